"""What find does when nothing is found or a word looks mistyped: one further request, and one page to show."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from search import reach, service
from search.access import VISITOR, Access
from search.breaker import CircuitBreaker
from search.engine import Ask, EngineUnavailable, ResultPage
from search.guidance import Drop, Guidance
from search.params import SearchParams, Years
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term

TOPICS = {"privacy": Term("privacy", None, {"en": "Privacy", "nl": "Privacy"})}
VOCABULARY = Vocabulary(stamp=1, topics=TOPICS)


@dataclass
class CountingEngine:
    """Finds as many as ``totals`` says for words under choices; ``any`` before the words: by any of them."""

    totals: dict[str, int] = field(default_factory=dict)
    corrections: dict[str, str] = field(default_factory=dict)
    rounds: list[Sequence[Ask]] = field(default_factory=list)
    rounds_up: int = 9
    name: str = "counting"

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer from the table."""
        self.rounds.append(asks)
        if len(self.rounds) > self.rounds_up:
            raise EngineUnavailable("gone by now")
        return tuple(self._page(ask) for ask in asks)

    def _page(self, ask: Ask) -> ResultPage:
        words = [*(each.words[0] for each in ask.question.free), *(code for _, code in ask.params.filters)]
        key = " ".join(["any"] * ask.question.any_word + words)
        correction = self.corrections.get(ask.params.q, "")
        return ResultPage(ask.params, self.totals.get(key, 0), (), engine=ask.detail, correction=correction)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> CountingEngine:
    """The engine in force, for one test."""
    counting = CountingEngine()
    monkeypatch.setattr(reach, "get_engine", lambda: counting)
    monkeypatch.setattr(reach, "engine_breaker", CircuitBreaker())
    return counting


def find(q: str, **choices: Any) -> ResultPage:
    return service.find(SearchParams(q=q, **choices), VISITOR, VOCABULARY)


@pytest.mark.parametrize(("others", "counted"), [(10, ()), (1_000, (("topic", ("t7", "deep")),))])
def test_what_is_chosen_is_counted_with_its_parts_where_an_answer_does_not_count_everything(
    engine: CountingEngine, others: int, counted: object
) -> None:
    topics = {f"t{number}": Term(f"t{number}", None, {}) for number in range(others)}
    deep = {"deep": Term("deep", "t7", {}), "deeper": Term("deeper", "deep", {})}
    service.find(SearchParams(topic=("t7",)), VISITOR, Vocabulary(stamp=1, topics=topics | deep))
    assert [ask.counted for asked in engine.rounds for ask in asked if ask.detail == "page"] == [counted]


def test_what_is_found_needs_no_second_request(engine: CountingEngine) -> None:
    engine.totals = {"consent": 3}
    page = find("consent")
    assert (page.total, page.guidance, len(engine.rounds)) == (3, None, 1)


def test_a_mended_question_is_shown_by_itself_where_the_typed_one_finds_nothing(engine: CountingEngine) -> None:
    engine.totals = {"privacy": 4, "any privacy": 4}
    engine.corrections = {"privcy": "privacy"}
    page = find("privcy", sort="newest", page=2)
    assert page.params == SearchParams(q="privacy", sort="newest", page=2)
    assert (page.total, page.relaxed, page.engine, len(engine.rounds)) == (4, False, "page", 2)
    expected = Guidance("privcy", "privacy", correction_total=4, corrected=True, near_topics=("privacy",))
    assert page.guidance == expected


def test_as_typed_is_as_typed(engine: CountingEngine) -> None:
    engine.totals = {"privacy": 4, "any privcy rules": 7, "any privacy rules": 8, "privacy rules": 5}
    engine.corrections = {"privcy rules": "privacy rules"}
    page = find("privcy rules", exact=True)
    assert (page.total, page.params.q, page.relaxed) == (0, "privcy rules", False)
    assert page.guidance == Guidance("privcy rules", "privacy rules", 5, near_topics=("privacy",))
    assert [ask.detail for ask in engine.rounds[1]] == ["total"]


def test_what_is_found_as_typed_is_not_questioned_again_when_it_is_wanted_so(engine: CountingEngine) -> None:
    engine.totals, engine.corrections = {"privcy": 1, "privacy": 4}, {"privcy": "privacy"}
    assert find("privcy", exact=True).guidance is None
    assert len(engine.rounds) == 1


@pytest.mark.parametrize(("mended", "offered"), [(0, False), (2, False), (3, True)])
def test_did_you_mean_is_said_only_when_it_finds_more(engine: CountingEngine, mended: int, offered: bool) -> None:
    engine.totals, engine.corrections = {"privcy": 2, "privacy": mended}, {"privcy": "privacy"}
    page = find("privcy")
    assert (page.total, page.params.q) == (2, "privcy")
    assert page.guidance == (Guidance("privcy", "privacy", 3) if offered else None)
    assert [ask.detail for ask in engine.rounds[1]] == ["total"]


def test_on_further_pages_nobody_is_asked_what_they_meant(engine: CountingEngine) -> None:
    engine.totals, engine.corrections = {"privcy": 25, "privacy": 40}, {"privcy": "privacy"}
    assert find("privcy", page=2).guidance is None


def test_too_little_is_relaxed_to_any_word(engine: CountingEngine) -> None:
    engine.totals = {"any consent nothing": 6}
    page = find("consent nothing", page=2)
    assert (page.total, page.relaxed, page.params.page) == (6, True, 2)
    assert page.guidance == Guidance("consent nothing")


def test_words_are_mended_before_any_of_them_will_do(engine: CountingEngine) -> None:
    engine.totals, engine.corrections = {"any privacy zzz": 6}, {"privcy zzz": "privacy zzz"}
    page = find("privcy zzz")
    assert (page.total, page.relaxed, page.params.q) == (6, True, "privacy zzz")
    assert page.guidance
    assert (page.guidance.corrected, page.guidance.correction, page.guidance.correction_total) == (
        True,
        "privacy zzz",
        0,
    )


@pytest.mark.parametrize("question", ["consent", "one of four words is", '"informed consent"', "nurses OR doctors"])
def test_one_word_or_what_is_asked_by_any_word_anyway_is_not_asked_twice(engine: CountingEngine, question: str) -> None:
    assert find(question).total == 0
    assert [len(asks) for asks in engine.rounds] == [1]


def test_each_choice_says_what_it_costs(engine: CountingEngine) -> None:
    engine.totals = {
        "consent nl 2020": 2,
        "consent guide 2020": 14,
        "consent": 90,
    }
    page = find("consent", type=("guide",), language=("nl",), year=Years(2020, 2020))
    assert page.total == 0
    assert page.guidance == Guidance(
        "consent",
        drops=(Drop("language", ("nl",), 14), Drop("type", ("guide",), 2)),
        unfiltered=90,
        other_languages=14,
    )
    assert len(engine.rounds) == 2
    asked = [ask.params for ask in engine.rounds[1]]
    assert len(asked) == len(set(asked)) == 4  # without a language, and in all languages, are one question


def test_values_of_a_facet_go_together_unless_all_of_them_are_wanted(engine: CountingEngine) -> None:
    engine.totals = {"consent a": 1, "consent b": 2, "consent": 3}
    together = find("consent", topic=("a", "b")).guidance
    one_by_one = find("consent", topic=("a", "b"), every=("topic",)).guidance
    assert together
    assert together.drops == (Drop("topic", ("a", "b"), 3),)
    assert one_by_one
    assert one_by_one.drops == (Drop("topic", ("a",), 2), Drop("topic", ("b",), 1))


def test_choices_alone_that_do_not_go_together_are_guided_too(engine: CountingEngine) -> None:
    engine.totals = {"guide": 5}
    page = find("", type=("guide",), language=("nl",))
    assert page.guidance
    assert page.guidance.drops == (Drop("language", ("nl",), 5),)


def test_the_second_request_has_a_bound(engine: CountingEngine) -> None:
    find("consent", region=tuple(f"r{n}" for n in range(50)), every=("region",), language=("nl",), type=("guide",))
    assert len(engine.rounds[1]) <= 10


@pytest.mark.django_db
def test_an_engine_that_is_gone_in_the_second_round_leaves_the_first_answer(engine: CountingEngine) -> None:
    engine.rounds_up = 1
    engine.corrections = {"privcy": "privacy"}
    page = find("privcy", language=("nl",))
    assert (page.total, page.limited) == (0, False)
    assert page.guidance == Guidance("privcy", near_topics=("privacy",))
    assert find("privcy").limited  # the next one does not wait for it


@pytest.mark.django_db
def test_the_vocabulary_is_read_where_nobody_brings_it(engine: CountingEngine) -> None:
    assert service.find(SearchParams(q="consent"), VISITOR).guidance == Guidance("consent")
