"""How to search: explained in the reader's language, with examples that are what they say."""

from html import unescape
from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search.question.ask import ask
from search.question.help import field_examples, sign_examples
from search.question.nodes import Choice, InYears, Words
from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary
from search.vocabulary.terms import Term

VOCABULARY = Vocabulary(
    stamp=1,
    topics={
        "alone": Term("alone", None, {"en": "Alone"}),
        "safety": Term("safety", None, {"en": "Patient safety", "nl": "Veilige zorg"}),
        "hands": Term("hands", "safety", {"en": "Hands"}),
    },
    regions={"be": Term("be", None, {"en": "Belgium"})},
)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_example_is_read_as_it_is_meant(language: str) -> None:
    with override(language):
        fields = [ask(example.query, language, VOCABULARY) for example in field_examples(language, VOCABULARY)]
        signs = [ask(example.query, language, VOCABULARY) for example in sign_examples()]
    (title,), (topic,), (region,) = (question.required for question in fields[:3])
    assert isinstance(title, Words)
    assert title.title
    assert (topic, region) == (Choice("topic", ("safety",)), Choice("region", ("be",)))
    assert fields[4].required == (Choice("language", ("nl",)),)
    assert fields[5].required == (Choice("type", ("guide",)),)
    assert isinstance(fields[6].required[0], InYears)
    assert all(question.required or question.excluded for question in signs)


def test_without_topics_and_regions_there_are_no_examples_of_them() -> None:
    assert [example.query.partition(":")[0] for example in field_examples("en", NO_VOCABULARY)] == [
        "title",
        "org",
        "lang",
        "type",
        "year",
    ]


@pytest.mark.django_db
def test_the_page_has_examples_to_try_and_the_readers_names_of_fields(client: Client) -> None:
    page = client.get(reverse("search_help")).content.decode()
    assert "<h1>" in page
    assert "year:2019..2024" in page
    links = [part.partition('"')[0] for part in page.split(f'href="{reverse("search")}?')[1:]]
    queries = [parse_qs(unescape(link))["q"][0] for link in links]
    assert 'consent -video "informed decision" (nurses OR doctors) year:2019..2024' in queries
    client.cookies["django_language"] = "nl"
    assert "jaar:2019..2024" in client.get(reverse("search_help")).content.decode()


@pytest.mark.django_db
def test_posting_is_refused(client: Client) -> None:
    assert client.post(reverse("search_help")).status_code == 405
