"""manage.py evaluate_spelling, with an engine that mends as it is told to."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from search.access import Access
from search.engine import Ask, EngineUnavailable, Hit, ResultPage
from search.management.commands import evaluate_spelling as command
from search.params import PAGE_SIZE
from search.relevance import titles
from search.relevance.titles import sample_titles
from tests.scripted import ScriptedEngine, hit

TITLES = ("Vaccination campaigns", "Handwashing every morning", "Ask us")


@dataclass
class MendingEngine(ScriptedEngine):
    """Holds resources of these titles, and answers each query with what ``mend`` makes of it."""

    holds: tuple[str, ...] = TITLES
    finds: int = 0
    mend: Callable[[str], str] = lambda text: ""

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        return tuple(replace(page, **self._answer(page.params.q, asks[0])) for page in super().search(asks, access))

    def _answer(self, text: str, ask: Ask) -> dict[str, Any]:
        if text:
            return {"correction": self.mend(text), "total": self.finds}
        return {"hits": self._hits()[ask.params.offset : ask.params.offset + ask.size]}

    def _hits(self) -> tuple[Hit, ...]:
        return tuple(hit(number, title=title) for number, title in enumerate(self.holds, 1))


def evaluated(
    engine: MendingEngine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str
) -> dict[str, Any]:
    monkeypatch.setattr(command, "get_engine", lambda name: engine)
    call_command("evaluate_spelling", "--json", *options)
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def right_one(text: str) -> str:
    """Return the title or the words of it that are most like a text."""
    words = [*TITLES[0].split(), *TITLES[1].split()]
    likely = [max(words, key=lambda word: len(set(word.lower()) & set(typed.lower()))) for typed in text.split()]
    return " ".join(likely)


def test_a_silent_engine_misses_everything_and_alarms_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = MendingEngine()
    found = evaluated(engine, monkeypatch, capsys)
    assert (found["queries"], found["missed"], found["mended"], found["wrong"]) == (4, 4, 0, 0)
    assert (found["false_alarms"], found["known_words"], found["mended_share"]) == (0, 0, 0)
    assert found["by_kind"]["title"]["queries"] == 2
    assert found["by_language"]["en"]["missed"] == 4
    assert sum(some["queries"] for some in found["by_edit"].values()) == 4
    assert found["ms_per_query"] > 0
    assert [ask.detail for ask in engine.asks].count("page") == 8  # each query mistyped and right


def test_an_engine_that_always_offers_the_right_words_mends_everything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = evaluated(MendingEngine(mend=right_one), monkeypatch, capsys)
    assert (found["mended"], found["mended_share"], found["false_alarms"]) == (4, 1, 0)


def test_an_engine_that_always_offers_something_else_is_wrong_and_raises_false_alarms(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = evaluated(MendingEngine(mend=lambda text: "nonsense"), monkeypatch, capsys)
    assert (found["wrong"], found["false_alarms"], found["false_alarm_share"]) == (4, 4, 1)


def test_case_and_accents_are_no_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = evaluated(MendingEngine(mend=lambda text: right_one(text).upper()), monkeypatch, capsys)
    assert (found["mended"], found["false_alarms"]) == (4, 0)


def test_sample_and_seed_choose_titles_and_mistakes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = MendingEngine()
    found = evaluated(engine, monkeypatch, capsys, "--sample", "1", "--seed", "5")
    asked = [ask.params.q for ask in engine.asks]
    assert (found["queries"], found["seed"]) == (2, 5)
    again = MendingEngine()
    evaluated(again, monkeypatch, capsys, "--sample", "1", "--seed", "5")
    assert [ask.params.q for ask in again.asks] == asked


def test_the_table_has_a_row_for_each_kind_and_examples_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "get_engine", lambda name: MendingEngine(mend=lambda text: "nonsense"))
    call_command("evaluate_spelling", "--examples")
    printed = capsys.readouterr().out
    rows = [line.split()[0] for line in printed.splitlines() if line.strip()]
    assert rows[:2] == ["queries", "all"]
    assert "title" in rows
    assert printed.count("nonsense") == 8  # four wrong, four false alarms


def test_mistakes_that_make_another_word_are_asked_all_the_same_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = evaluated(MendingEngine(finds=1), monkeypatch, capsys)
    assert (found["known_words"], found["queries"]) == (4, 4)


@pytest.mark.parametrize("texts", [(), ("Ask us", "A to Z")])
def test_an_index_without_long_words_is_an_error(monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...]) -> None:
    monkeypatch.setattr(command, "get_engine", lambda name: MendingEngine(holds=texts))
    with pytest.raises(CommandError, match="is there an index"):
        call_command("evaluate_spelling")


def test_a_dead_engine_and_a_sample_of_none_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "get_engine", lambda name: MendingEngine(down=True))
    with pytest.raises(CommandError, match="down"):
        call_command("evaluate_spelling")
    with pytest.raises(CommandError, match="a number above 0"):
        call_command("evaluate_spelling", "--sample", "0")


def test_titles_are_read_page_after_page_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "TOGETHER", 2 * PAGE_SIZE)
    texts = [f"Number {'x' * number}" for number in range(5, 100)]
    engine = MendingEngine(holds=(*texts, *texts[:10]))
    found = sample_titles(engine, 200, np.random.default_rng(1))
    assert sorted(title.text for title in found) == sorted(texts)
    assert [ask.params.page for ask in engine.asks] == [1, 3, 5]


def test_an_engine_that_fails_on_the_way_is_not_caught_by_the_sample() -> None:
    with pytest.raises(EngineUnavailable):
        sample_titles(MendingEngine(down=True), 1, np.random.default_rng(1))
