"""A part of the demo library is loaded as a whole, once, or not at all."""

import pytest

from library.demo.loading import load_once
from library.models import DemoPart, Topic
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


def load_whole() -> None:
    TopicFactory(slug="whole")


def load_and_break() -> None:
    TopicFactory(slug="half")
    raise RuntimeError("interrupted")


def test_a_part_is_loaded_once() -> None:
    assert load_once("topics", load_whole)
    assert not load_once("topics", load_and_break)
    assert list(Topic.objects.values_list("slug", flat=True)) == ["whole"]


def test_a_part_that_was_interrupted_left_nothing_and_is_loaded_the_next_time() -> None:
    with pytest.raises(RuntimeError):
        load_once("topics", load_and_break)
    assert not Topic.objects.exists()
    assert not DemoPart.objects.exists()
    assert load_once("topics", load_whole)
    assert Topic.objects.get().slug == "whole"


def test_what_was_loaded_and_deleted_does_not_come_back() -> None:
    load_once("topics", load_whole)
    Topic.objects.all().delete()
    assert not load_once("topics", load_whole)
    assert not Topic.objects.exists()
