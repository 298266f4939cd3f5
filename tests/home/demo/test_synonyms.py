"""Synonyms of the demo library: valid, once each, and in force."""

import pytest

from home.demo.synonyms import EQUIVALENT, ONE_WAY, load_synonyms
from search.models import SynonymSet
from search.question.ask import ask
from search.vocabulary.snapshot import get_vocabulary

pytestmark = pytest.mark.django_db


def test_they_are_added_once() -> None:
    load_synonyms()
    load_synonyms()
    assert SynonymSet.objects.count() == len(EQUIVALENT) + len(ONE_WAY)
    for kept in SynonymSet.objects.all():
        kept.full_clean()


def test_a_dutch_question_finds_its_synonyms() -> None:
    load_synonyms()
    (asked,) = ask("Facebook", "nl", get_vocabulary()).free
    assert ("sociale", "media") in asked.synonyms
    (asked,) = ask("nepnieuws", "nl", get_vocabulary()).free
    assert asked.synonyms == (("desinformatie",), ("misinformatie",))
