"""manage.py evaluate_relevance on small collections, on both engines, beside a live index."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from search.engine import EngineError, IndexStore
from search.engines import get_store
from search.relevance import evaluation
from search.relevance.collection import Collection, Text, read_collection
from search.relevance.scratch import document_of, language_of, scratch_generation
from tests.scripted import ScriptedEngine
from tests.search.relevance.conftest import WriteCollection

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[IndexStore]:
    """The store of an engine, with a live generation of one document."""
    url, prefix = os.environ.get("TEST_ELASTICSEARCH_URL", ""), f"relevance-{uuid4().hex[:8]}"
    with override_settings(
        SEARCH_ENGINE=request.param,
        SEARCH_INDEX_DIR=tmp_path / "index",
        ELASTICSEARCH_URL=url,
        ELASTICSEARCH_PREFIX=prefix,
        SEARCH_TIMEOUT=10.0,
    ):
        own = get_store(request.param)
        own.create("lively")
        assert own.write("lively", [document_of(1, Text("1", "alive"), "en")], (), 1) == []
        own.refresh("lively")
        own.promote("lively")
        yield own
        own.drop("lively")


def evaluated(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    call_command("evaluate_relevance", *map(str, arguments), "--json")
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_collection_is_measured_and_the_live_index_is_left_alone(
    store: IndexStore, write_collection: WriteCollection, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (store.live(), store.names(), list(store.fingerprints("lively")))
    found = evaluated(capsys, write_collection())
    assert found["collection"] == "ward"
    assert (found["queries"], found["documents"], found["language"]) == (2, 3, "en")
    assert (found["ndcg@10"], found["recall@100"], found["mrr"]) == (1, 1, 1)
    assert found["ms_per_query"] > 0
    assert (store.live(), store.names(), list(store.fingerprints("lively"))) == before


def test_several_collections_give_their_mean(
    store: IndexStore, write_collection: WriteCollection, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_collection("good").parent
    write_collection("bad", qrels="q2\thands\t1\n")
    found = evaluated(capsys, folder, "--language", "en")
    good, bad = (next(each for each in found["collections"] if each["collection"] == name) for name in ("good", "bad"))
    assert (good["mrr"], bad["mrr"], found["mrr"]) == (1, 0, 0.5)
    assert (found["collection"], found["queries"]) == ("mean", 3)


def test_two_configurations_stand_side_by_side(
    store: IndexStore, write_collection: WriteCollection, capsys: pytest.CaptureFixture[str]
) -> None:
    found = evaluated(capsys, write_collection(), "--compare", "plain")
    assert found["compared"]["asked"] == "plain"
    assert (found["compared"]["difference"], found["compared"]["better"]) == (0, 0)


def test_figures_are_printed_as_a_table(
    store: IndexStore, write_collection: WriteCollection, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_collection()
    write_collection("other")
    call_command("evaluate_relevance", str(folder.parent), "--compare", "plain")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0][:4] == ["collection", "language", "asked", "queries"]
    assert [line[0] for line in lines[1:] if line] == ["other", "other", "ward", "ward", "mean", "mean"]
    assert "better," in lines[2]


def interrupted(store: IndexStore) -> None:
    """Look into a scratch generation, and be stopped there."""
    with scratch_generation(store, [document_of(7, Text("7", "scratched"), "en")]) as name:
        assert [number for number, _fingerprint in store.fingerprints(name)] == [7]
        assert store.names() == ["lively"]
        raise KeyboardInterrupt(name)


def test_the_scratch_generation_is_not_listed_and_goes_also_after_a_keystroke(store: IndexStore) -> None:
    with pytest.raises(KeyboardInterrupt) as stopped:
        interrupted(store)
    with pytest.raises(EngineError):
        list(store.fingerprints(str(stopped.value)))


@pytest.mark.parametrize("engine", ["embedded"])
def test_a_refused_document_is_an_error(write_collection: WriteCollection, engine: str, tmp_path: Path) -> None:
    folder = write_collection(corpus='{"id": "hands", "text": "\\ud800"}\n', qrels="q1\thands\t1")
    with override_settings(SEARCH_INDEX_DIR=tmp_path / "index"), pytest.raises(CommandError, match="1 documents were"):
        call_command("evaluate_relevance", str(folder), "--engine", engine, "--language", "en")


def test_what_is_odd_ends_the_command_with_its_name(write_collection: WriteCollection, tmp_path: Path) -> None:
    folder = write_collection(qrels="q1\tnobody\t1")
    with pytest.raises(CommandError, match=r"qrels\.tsv, line 1: there is no document “nobody”"):
        call_command("evaluate_relevance", str(folder))
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("evaluate_relevance", str(tmp_path / "nowhere"))
    with pytest.raises(CommandError, match="no configuration “fancy”"):
        call_command("evaluate_relevance", str(folder), "--compare", "fancy")


def test_the_language_of_a_collection_is_what_most_of_it_is_in(write_collection: WriteCollection) -> None:
    assert language_of(read_collection(write_collection())) == "en"
    dutch = Text("1", "De verpleegkundige wast haar handen voordat zij de patiënt in het ziekenhuis verzorgt.")
    assert language_of(Collection("nl", (dutch,), (), {})) == "nl"
    assert language_of(Collection("short", (Text("1", "Aspirin"),), (), {})) == "und"


def test_a_question_is_read_as_the_site_reads_it() -> None:
    engine = ScriptedEngine()
    assert evaluation._answer(engine, Text("1", "  was\tist  neu "), "de") == []
    assert engine.asked[0][0].q == "was ist neu"


def test_what_nothing_matches_in_every_word_is_asked_by_any_word(
    store: IndexStore, write_collection: WriteCollection, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_collection(queries=[{"id": "q", "text": "filming hygienically"}], qrels="q\tfilm\t1")
    assert evaluated(capsys, folder)["mrr"] == 1
