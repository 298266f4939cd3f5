"""manage.py search: what a visitor would get, as a table or as JSON; and the worker's round."""

import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from search.engine import ResultPage
from search.guidance import Drop, Guidance
from search.index.models import IndexQueueEntry
from search.management.commands import search as command
from search.params import SearchParams
from tests.factories import TopicFactory
from tests.scripted import ScriptedEngine, hit


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch, db: None) -> ScriptedEngine:
    engine = ScriptedEngine(
        ResultPage(
            SearchParams(),
            total=1,
            hits=(hit(title="Ask before you film"),),
            facets={"type": {"guide": 1}, "level": {}},
            engine="scripted",
        )
    )
    monkeypatch.setattr(command, "get_engine", lambda name: engine)
    return engine


def test_words_and_filters_are_read_as_an_address_is(scripted: ScriptedEngine) -> None:
    call_command("search", "  film  ", "--topic", "consent", "--topic", "privacy", "--sort", "title", "--page", "2")
    params, access = scripted.asked[0]
    assert params == SearchParams(q="film", topic=("consent", "privacy"), sort="title", page=2)
    assert access.passed == frozenset()


def test_hits_and_facets_are_printed(scripted: ScriptedEngine, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("search", "film")
    printed = capsys.readouterr().out
    assert "1 found by scripted, page 1 of 1" in printed
    assert "Ask before" in printed
    assert "type: guide 1" in printed


def test_what_leads_on_is_printed(scripted: ScriptedEngine, capsys: pytest.CaptureFixture[str]) -> None:
    TopicFactory(slug="films", name="Films")
    scripted.answer = replace(scripted.answer, total=0, hits=(), correction="film")
    call_command("search", "flims", "--language", "nl", "--year", "2020")
    assert "near topics: films" in capsys.readouterr().out
    assert [ask.detail for ask in scripted.asks] == ["page", "page", *["total"] * 3]


def test_as_typed_is_passed_on(scripted: ScriptedEngine) -> None:
    call_command("search", "film", "--exact", "--reader", "nl")
    assert scripted.asks[0].params == SearchParams(q="film", exact=True)
    assert scripted.asks[0].question.languages[0] == "nl"


@pytest.mark.parametrize(
    ("guidance", "lines"),
    [
        (
            Guidance("flim", "film", 4, corrected=True, near_topics=("films", "photos")),
            ["mended: film (--exact searches for: flim)", "near topics: films, photos"],
        ),
        (Guidance("flim", "film", 4), ["did you mean: film (4)"]),
        (
            Guidance("film", drops=(Drop("language", ("nl", "fr"), 14),), unfiltered=20, other_languages=14),
            ["without language nl, fr: 14", "without any filter: 20", "in all languages: 14"],
        ),
        (Guidance("film"), []),
    ],
)
def test_advice_is_one_line_each(guidance: Guidance, lines: list[str]) -> None:
    assert list(command.advice(guidance)) == lines


def test_json_holds_everything(scripted: ScriptedEngine, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("search", "film", "--json")
    answer = json.loads(capsys.readouterr().out)
    assert (answer["total"], answer["query"], answer["relaxed"]) == (1, "q=film", False)
    assert answer["hits"][0]["title"] == "Ask before you film"
    assert answer["facets"]["type"] == [{"code": "guide", "count": 1}]


def test_a_dead_engine_is_an_error_not_an_empty_answer(scripted: ScriptedEngine) -> None:
    scripted.down = True
    with pytest.raises(CommandError, match="down"):
        call_command("search", "film")


@pytest.mark.django_db
def test_the_worker_does_its_round_without_an_index_and_keeps_what_waits() -> None:
    IndexQueueEntry.objects.create(page_id=1)
    call_command("run_worker", "--once")
    assert IndexQueueEntry.objects.count() == 1
