"""Synonyms as they are kept: tidied, checked, and in force at the next question."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from search.models import SynonymKind, SynonymSet
from search.question.ask import ask
from search.vocabulary.snapshot import get_vocabulary

pytestmark = pytest.mark.django_db


def synonyms(words: str, stands_for: str = "", language: str = "en") -> SynonymSet:
    kind = SynonymKind.ONE_WAY if stands_for else SynonymKind.EQUIVALENT
    return SynonymSet(language=language, kind=kind, words=words, stands_for=stands_for)


def test_lines_are_tidied() -> None:
    kept = synonyms("  hand   hygiene \n\n hand washing\r\n")
    kept.full_clean()
    assert kept.words == "hand hygiene\nhand washing"
    assert str(kept) == "hand hygiene, hand washing"
    assert str(synonyms("nurse", "caregiver")) == "nurse → caregiver"


@pytest.mark.parametrize(
    ("words", "stands_for", "problem"),
    [
        ("hand hygiene", "", "at least two"),
        ("hand\nHÀND", "", "“HÀND” stands here twice"),
        ("hand\nthe of", "", "“the of” has only words that the search leaves out"),
        ("hand\n???", "", "“???” has no word in it"),
        ("hand\none two three four five six", "", "more than 5 words"),
        ("\n".join(f"word{n}" for n in range(21)), "", "At most 20"),
        ("hand", "the", "only words that the search leaves out"),
        ("x" * 81 + "\nhand", "", "or is too long"),
    ],
)
def test_what_could_not_work_is_refused(words: str, stands_for: str, problem: str) -> None:
    with pytest.raises(ValidationError, match=problem.replace("?", r"\?")):
        synonyms(words, stands_for).full_clean()


def test_the_same_set_twice_is_refused() -> None:
    first = synonyms("hand hygiene\nhand washing")
    first.full_clean()
    first.save()
    first.full_clean()
    with pytest.raises(ValidationError, match="There is a set with these words already"):
        synonyms("hand  hygiene\n\nhand washing").full_clean()
    synonyms("hand hygiene\nhand washing", language="nl").full_clean()


def test_one_way_needs_what_it_leads_to_and_equivalents_have_nothing_of_the_kind() -> None:
    with pytest.raises(ValidationError, match="Say what the words above also find"):
        SynonymSet(kind=SynonymKind.ONE_WAY, words="nurse").full_clean()
    with pytest.raises(ValidationError, match="Leave this empty"):
        SynonymSet(kind=SynonymKind.EQUIVALENT, words="nurse\ncaregiver", stands_for="doctor").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        SynonymSet.objects.create(kind=SynonymKind.ONE_WAY, words="nurse")


def test_they_are_in_force_at_the_next_question_and_gone_when_they_are_deleted() -> None:
    assert _synonyms_of("gloves") == ()
    kept = synonyms("gloves\nmittens")
    kept.save()
    assert _synonyms_of("gloves") == (("mittens",),)
    kept.words = "gloves\nfinger wear"
    kept.save()
    assert _synonyms_of("gloves") == (("finger", "wear"),)
    kept.delete()
    assert _synonyms_of("gloves") == ()


def _synonyms_of(text: str) -> tuple[tuple[str, ...], ...]:
    return ask(text, "en", get_vocabulary()).free[0].synonyms
