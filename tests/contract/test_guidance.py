"""find over both engines: query language, synonyms, and what is done when nothing is found."""

from random import Random
from typing import Any

import pytest
from django.utils.translation import override

from search import reach, service
from search.access import VISITOR, Access
from search.breaker import CircuitBreaker
from search.engine import Ask, ResultPage
from search.guidance import Drop
from search.params import SearchParams
from search.question.ask import ask
from search.synonyms.rules import Synonyms, rules_of
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from tests.contract.documents import document
from tests.contract.shelf import Shelf

INFECTION = "Hospital-acquired infection", "Ziekenhuisinfectie", "Nosokomiale Infektion"
LIBRARY = (
    document(1, "Informed consent on video", year=2018, topics=("privacy",), topic_labels=("Privacy",)),
    document(2, "Informed consent of patients", year=2020, type="case-study", body="The nurses ask first."),
    document(3, "Consent, informed or not", year=2023, body="The doctors ask first."),
    document(
        4, "Toestemming vragen", language="nl", year=2021, body="Verpleegkundigen vragen toestemming in de kliniek."
    ),
    document(5, "Clean wards", topics=("infection",), topic_labels=INFECTION),
    document(6, "Washing of hands", summary="Soap and water before every visit."),
    document(7, "Handling complaints", summary="Quick answers.", regions=("be", "europe"), region_names=("Belgium",)),
    document(8, "Secret wards", restrictions=(7,)),
    document(9, "Vaccination of children", organisation="north", organisation_title="North Hospital"),
    document(10, "Vaccination of staff"),
)
TOPICS = (
    Term("infection", None, {"en": "Hospital-acquired infection", "nl": "Ziekenhuisinfectie"}),
    Term("privacy", None, {"en": "Privacy", "de": "Datenschutz"}),
)
VOCABULARY = Vocabulary(
    stamp=1,
    topics={term.code: term for term in TOPICS},
    regions={"europe": Term("europe", None, {"en": "Europe"}), "be": Term("be", "europe", {"en": "Belgium"})},
    organisations={"north": Term("north", None, {"en": "North Hospital"})},
    synonyms=Synonyms(
        [
            *rules_of("en", ["hand hygiene", "washing of hands", "surgical scrub"]),
            *rules_of("nl", ["ziekenhuis", "kliniek"]),
            *rules_of("en", ["grievances"], ["complaints"]),
        ]
    ),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.fixture
def site(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the site search on the shelf."""
    monkeypatch.setattr(reach, "get_engine", lambda: shelf.engine)
    monkeypatch.setattr(reach, "engine_breaker", CircuitBreaker())


def find(q: str, access: Access = VISITOR, reader: str = "en", **choices: Any) -> ResultPage:
    with override(reader):
        return service.find(SearchParams(q=q, **choices), access, VOCABULARY)


def found(q: str, **choices: Any) -> set[int]:
    return {hit.document.page_id for hit in find(q, **choices).hits}


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"informed consent"', {1, 2}),
        ("informed consent -video", {2, 3}),
        ("informed consent NOT video", {2, 3}),
        ("consent (nurses OR doctors)", {2, 3}),
        ("nurses OR doctors", {2, 3}),
        ("nurses | doctors | soap", {2, 3, 6}),
        ("title:consent", {1, 2, 3}),
        ("title:nurses nurses", set()),
        ("title:(consent OR wards)", {1, 2, 3, 5}),
        ("consent year:2019..2024", {2, 3}),
        ("consent year:..2018", {1}),
        ("consent -year:2018", {2, 3}),
        ("topic:privacy", {1}),
        ("topic:Ziekenhuisinfectie", {5}),
        ("topic:datenschutz OR region:belgium", {1, 7}),
        ("region:europe", {7}),
        ("org:north vaccination", {9}),
        ("vaccination -org:north", {10}),
        ("lang:dutch", {4}),
        ("type:case-study", {2}),
        ('consent -video "informed consent" (nurses OR doctors) year:2019..2024', {2}),
        # what cannot be read is words
        ('"informed consent', {1, 2, 3}),
        ("(informed consent", {1, 2, 3}),
        ("OR soap OR", {6}),
        ("soap AND", {6}),
        ("-soap", {6}),
        ("topic:soap", {6}),
        ("soap -", {6}),
        ("title: soap", set()),
    ],
)
def test_the_query_language(query: str, ids: set[int]) -> None:
    assert found(query, exact=True) == ids


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("query", ["ziekenhuisinfectie", "hospital-acquired infection", "Nosokomiale Infektion"])
def test_labels_of_a_topic_in_any_language_lead_to_its_resources(query: str) -> None:
    assert found(query) == {5}


@pytest.mark.usefixtures("site")
def test_synonyms_find_what_they_stand_for() -> None:
    assert found("hand hygiene") == {6}
    assert found("surgical scrub soap") == {6}
    assert found("grievances") == {7}
    assert found("complaints -grievances") == {7}  # one way only
    assert found("ziekenhuis", reader="nl") == {4}
    assert found('"hand hygiene"', exact=True) == set()
    assert found("hygiene hand", exact=True) == set()


@pytest.mark.usefixtures("site")
def test_a_mistyped_question_that_finds_nothing_is_answered_mended_with_the_way_back() -> None:
    page = find("vacination")
    assert (page.total, page.params.q, page.relaxed) == (2, "vaccination", False)
    assert page.facets["organisation"]
    assert page.guidance
    assert (page.guidance.typed, page.guidance.corrected, page.guidance.correction_total) == ("vacination", True, 2)
    back = find(page.guidance.typed, exact=True)
    assert (back.total, back.hits) == (0, ())
    assert back.guidance
    assert not back.guidance.corrected


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("title:vacination -staff", "title:vaccination -staff"),
        ('"vacination of children"', '"vaccination of children"'),
    ],
)
def test_the_query_language_is_kept_when_words_are_mended(typed: str, mended: str) -> None:
    page = find(typed)
    assert (page.params.q, {hit.document.page_id for hit in page.hits}) == (mended, {9})


@pytest.mark.usefixtures("site")
def test_too_little_is_relaxed_and_said_so() -> None:
    page = find("vaccination zebra")
    assert (page.total, page.relaxed) == (2, True)
    assert find("vaccination children").relaxed is False
    strict = find("vaccination zebra", exact=True)
    assert (strict.total, strict.relaxed) == (0, False)


@pytest.mark.usefixtures("site")
def test_nothing_found_says_what_each_choice_costs() -> None:
    page = find("consent", language=("nl",), type=("guide", "case-study"))
    assert page.total == 0
    assert page.guidance
    assert page.guidance.drops == (Drop("language", ("nl",), 3),)
    assert (page.guidance.unfiltered, page.guidance.other_languages) == (3, 3)


@pytest.mark.usefixtures("site")
def test_nothing_found_leads_to_near_topics() -> None:
    page = find("datenschut")
    assert page.guidance
    assert page.guidance.near_topics == ("privacy",)


@pytest.mark.usefixtures("site")
def test_numbers_are_within_a_viewers_rights() -> None:
    hidden = find("secret", type=("event",)).guidance
    assert hidden
    assert hidden.unfiltered == 0
    shown = find("secret", Access(frozenset({7})), type=("event",)).guidance
    assert shown
    assert (shown.drops, shown.unfiltered) == ((Drop("type", ("event",), 1),), 1)


def test_both_engines_answer_whatever_is_typed(shelf: Shelf) -> None:
    random = Random(9)
    signs = ['"', "„", "“", "(", ")", "|", "-", ":", "OR", "AND", "NOT", "title:", "topic:", "year:2019..2024", "the"]
    signs += ["consent", "é", "疫苗", "*", "~", "\\", "?", "^", "{", "[", "/", "!", "&&", "<b>", "12"]
    typed = [" ".join(random.choices(signs, k=random.randrange(30))) for _ in range(100)]
    typed += ["".join(random.choices(signs, k=random.randrange(30))) for _ in range(100)]
    asks = [
        Ask(SearchParams(q=text), ask(text, "nl", VOCABULARY), "page" if n % 5 else "total")
        for n, text in enumerate(typed)
    ]
    assert len(shelf.engine.search(asks, VISITOR)) == len(typed)
