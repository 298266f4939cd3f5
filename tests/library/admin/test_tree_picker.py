"""A tree of checkboxes."""

from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from library.admin.tree_picker import Branch, TreePicker, grow
from library.models import Topic, TopicLabel
from tests.factories import TopicFactory


def shape(branches: list[Branch]) -> list[Any]:
    return [(branch.label, shape(branch.children)) for branch in branches]


def test_children_stand_below_their_parents_by_label() -> None:
    rows = [(1, None, "Zebra", ""), (2, None, "apple", ""), (3, 1, "b", ""), (4, 1, "A", ""), (5, 4, "deep", "")]
    assert shape(grow(rows, set())) == [("apple", []), ("Zebra", [("A", [("deep", [])]), ("b", [])])]


def test_what_is_in_a_circle_or_lost_is_still_shown() -> None:
    rows = [(1, 2, "one", ""), (2, 1, "two", ""), (3, 99, "orphan", ""), (4, 1, "below the circle", "")]
    labels = [branch.label for branch in grow(rows, set())]
    assert labels == ["one", "orphan", "two"]


def test_a_branch_is_open_when_something_below_it_is_chosen() -> None:
    root = grow([(1, None, "a", ""), (2, 1, "b", ""), (3, 2, "c", "")], {"3"})[0]
    assert root.open
    assert root.children[0].open
    assert not root.checked


class TopicsForm(forms.Form):
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), widget=TreePicker("labels", "label", "Search"), required=False
    )


@pytest.mark.django_db
def test_it_is_plain_checkboxes_in_the_editors_language(django_assert_num_queries: Any) -> None:
    parent = TopicFactory(slug="privacy", name="Privacy")
    child = TopicFactory(slug="consent", name="Consent", parent=parent)
    TopicLabel.objects.create(topic=child, language="nl", kind="pref", label="Toestemming")
    with override("nl"), django_assert_num_queries(2):
        html = str(TopicsForm(initial={"topics": [child.pk]})["topics"])
    assert f'<input type="checkbox" name="topics" value="{child.pk}" checked>' in " ".join(html.split())
    assert "<span>Toestemming</span>" in html
    assert 'data-words="Consent Toestemming"' in html


@pytest.mark.django_db
def test_the_form_takes_what_was_ticked() -> None:
    topic = TopicFactory()
    form = TopicsForm({"topics": [str(topic.pk)]})
    assert form.is_valid()
    assert list(form.cleaned_data["topics"]) == [topic]


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["999999", "x", "1 or 1=1"])
def test_a_term_that_does_not_exist_is_refused(value: str) -> None:
    assert not TopicsForm({"topics": [value]}).is_valid()
