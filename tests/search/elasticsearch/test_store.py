"""What only a real server can show: settings of an index, aliases, several sites on one server, bulk in chunks."""

import os
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch
from pytest_django import Settings

from search.access import VISITOR
from search.elasticsearch import bulk
from search.elasticsearch.client import get_client
from search.elasticsearch.engine import ElasticsearchEngine
from search.elasticsearch.mapping import MAPPING_VERSION
from search.elasticsearch.names import read_alias
from search.elasticsearch.store import ElasticsearchStore
from search.engine import Ask, EngineUnavailable, ResultPage
from search.params import SearchParams
from search.question.ask import ask
from tests.contract.documents import document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def prefix(settings: Settings) -> str:
    """Return a prefix on the server that nobody else uses."""
    settings.ELASTICSEARCH_URL = os.environ["TEST_ELASTICSEARCH_URL"]
    settings.ELASTICSEARCH_PREFIX = f"test-{uuid4().hex[:8]}"
    settings.SEARCH_TIMEOUT = 10.0
    return str(settings.ELASTICSEARCH_PREFIX)


@pytest.fixture
def server(prefix: str) -> Iterator[Elasticsearch]:
    """Give the server as it is, without what the test leaves there."""
    client = get_client()
    yield client
    for index in client.indices.get(index=f"{prefix}*", features="aliases"):
        client.indices.delete(index=index)


@pytest.fixture
def store(server: Elasticsearch) -> ElasticsearchStore:
    """Return the store with the prefix of this test."""
    return ElasticsearchStore()


def test_an_index_is_made_as_the_settings_say(store: ElasticsearchStore, server: Elasticsearch, prefix: str) -> None:
    store.create("one")
    (made,) = server.indices.get(index=f"{prefix}-one").values()
    settings = made["settings"]["index"]
    assert settings["number_of_shards"] == "1"
    assert settings["auto_expand_replicas"] == "0-1"
    assert settings["refresh_interval"] == "1s"
    assert settings["gc_deletes"] == "1h"
    assert made["mappings"]["dynamic"] == "strict"
    meta = {"prefix": prefix, "version": MAPPING_VERSION, "signature": store.signature}
    assert made["mappings"]["_meta"] == meta
    assert list(made["aliases"]) == [f"{prefix}-one.write"]


def test_every_field_of_a_document_is_mapped(store: ElasticsearchStore) -> None:
    store.create("one")
    whole = document(
        1,
        topics=("a",),
        topic_tags=("a",),
        topic_labels=("A",),
        regions=("be",),
        region_tags=("be",),
        region_names=("Belgium",),
        audiences=("nurses",),
        levels=("beginner",),
        people=("Ada",),
        licence="CC-BY-4.0",
        year=2024,
        starts_on="2026-03-01",
        files=1,
        cover_url="/c.png",
        restrictions=(3,),
    )
    odd = replace(whole, page_id=2, published_at="", language="", year=None)
    assert store.write("one", [whole, odd], [], version=1) == []


def test_promotion_moves_one_alias_and_leaves_no_other(
    store: ElasticsearchStore, server: Elasticsearch, prefix: str
) -> None:
    for name in ("one", "two"):
        store.create(name)
        store.promote(name)
    assert list(server.indices.get_alias(name=read_alias())) == [f"{prefix}-two"]


def test_a_late_write_does_not_bring_back_a_dropped_index(
    store: ElasticsearchStore, server: Elasticsearch, prefix: str
) -> None:
    store.create("one")
    store.drop("one")
    with pytest.raises(EngineUnavailable):
        store.write("one", [document(1)], [2], version=1)
    assert server.indices.get(index=f"{prefix}*") == {}
    assert store.names() == []


def test_a_site_with_a_longer_prefix_is_left_alone(
    store: ElasticsearchStore, server: Elasticsearch, settings: Settings, prefix: str
) -> None:
    store.create("one")
    store.promote("one")
    settings.ELASTICSEARCH_PREFIX = f"{prefix}-other"
    store.create("two")
    store.promote("two")
    assert (store.names(), store.live()) == (["two"], "two")
    settings.ELASTICSEARCH_PREFIX = prefix
    assert (store.names(), store.live()) == (["one"], "one")
    server.indices.create(index=f"{prefix}-somebody-elses")
    assert store.names() == ["one"]


def test_long_documents_go_in_several_chunks(store: ElasticsearchStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK_DOCUMENTS", 3)
    monkeypatch.setattr(bulk, "CHUNK_CHARACTERS", 100)
    store.create("one")
    documents = [document(number, body="x " * (60 if number % 4 == 0 else 5)) for number in range(1, 24)]
    assert store.write("one", iter(documents), [99, 98, 97, 96], version=1) == []
    store.refresh("one")
    assert dict(store.fingerprints("one")) == {one.page_id: one.fingerprint for one in documents}


def test_a_document_that_is_refused_does_not_hold_up_the_others(store: ElasticsearchStore) -> None:
    store.create("one")
    failures = store.write("one", [document(1), document(2, topics=("t" * 40_000,)), document(3)], [], version=1)
    assert [failure.page_id for failure in failures] == [2]
    assert "topics" in failures[0].message
    store.refresh("one")
    assert sorted(page_id for page_id, _fingerprint in store.fingerprints("one")) == [1, 3]


def asked(question: str, language: str) -> ResultPage:
    """Return the answer to a question of a reader of this language."""
    (page,) = ElasticsearchEngine().search([Ask(SearchParams(q=question), ask(question, language))], VISITOR)
    return page


@pytest.mark.parametrize(
    ("language", "text", "questions"),
    [
        ("en", "The patients’ questions", ["patient", "question"]),
        ("nl", "Ziekenhuizen en brieven van patiënten", ["ziekenhuis", "brief", "patient", "PATIËNT"]),
        ("de", "Pflegekräfte in Krankenhäusern", ["pflegekraft", "Pflegekraefte", "krankenhaus", "krankenhauser"]),
        ("fr", "L’évaluation des hôpitaux évalués", ["hôpital", "hopital", "evalues", "évaluée"]),
        ("es", "Formación para médicos", ["formaciones", "formacion", "medico"]),
        ("it", "Le città dell’ospedale", ["ospedali", "citta", "ospedale"]),
        ("pt", "Comunicações e saúde", ["comunicação", "saude"]),
        ("sv", "Sjukhusen och vården", ["sjukhus", "varden"]),
        ("da", "Sygehusene på nettet", ["sygehus"]),
        ("fi", "Sairaalassa", ["sairaala"]),
        ("ru", "Больницы и врачи", ["больница", "врач"]),
        ("ar", "المستشفيات", ["مستشفيات"]),
        ("ja", "病院の広報", ["病院", "院"]),
        ("ko", "병원 홍보", ["병원"]),
        ("el", "Νοσοκομείο", ["νοσοκομειο"]),
        ("und", "Ångström don't example.com snake_case", ["angstrom", "example", "snake", "don't"]),
        ("en", "A cafe\u0301 by the sea", ["cafe", "café"]),
    ],
)
def test_texts_are_found_in_the_way_of_their_language(
    store: ElasticsearchStore, language: str, text: str, questions: list[str]
) -> None:
    store.create("one")
    store.write("one", [document(1, "Other", language=language, body=text)], [], version=1)
    store.refresh("one")
    store.promote("one")
    answers = {q: asked(q, language) for q in questions}
    assert {q: (page.total, page.relaxed) for q, page in answers.items()} == dict.fromkeys(questions, (1, False))
    marked = {q: any(part.marked for part in page.hits[0].snippet) for q, page in answers.items()}
    assert marked == dict.fromkeys(questions, True)


def test_a_label_of_another_language_is_found_in_its_other_forms(store: ElasticsearchStore) -> None:
    store.create("one")
    store.write("one", [document(1, "Washing hands", topic_labels=("Ziekenhuis", "Hôpital"))], [], version=1)
    store.refresh("one")
    store.promote("one")
    for question in ("ziekenhuizen", "hôpitaux", "washing ziekenhuizen"):
        page = asked(question, "nl" if "ziekenhuizen" in question else "fr")
        assert (page.total, page.relaxed) == (1, False)
