"""What the words of a question find, and in which order."""

import pytest

from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(
        1, "Sociale media in het ziekenhuis", language="nl", summary="Hoe verpleegkundigen veilig berichten delen."
    ),
    document(2, "Hospital teams on social media", body="Nurses answer questions of patients every day."),
    document(3, "Un café avec les patients", language="fr", parts="Les hôpitaux invitent les familles."),
    document(
        4, "Handhygiene", language="de", body="Das Krankenhaus schult seine Pflegekräfte.", people=("Ada Okonkwo",)
    ),
    document(5, "Redes sociales", language="es", summary="Los hospitales escuchan a las familias."),
    document(6, "Handen wassen", language="nl", topic_labels=("Infecties", "ziekenhuisinfectie", "Hospital infection")),
    document(
        7, "Listening first", organisation_title="Sundarban Care Alliance", region_names=("Bangladesh", "Bengalen")
    ),
    document(8, "医院感染控制", language="zh", summary="社交媒体与患者沟通"),
    document(9, "The Who and other choirs", body="Singing helps breathing."),
    document(10, "Больница и социальные сети", language="ru"),
    document(11, "Sairaalan viestintä", language="fi"),
    document(12, "Hepatitis A", summary="Vaccination before a journey."),
    document(13, "Hepatitis B", summary="Vaccination at birth. A second dose follows."),
    document(15, "Covid疫苗接种", language="zh"),
    document(14, "Privacy", language="und", body="Naïve sharing of Ångström's photographs."),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.mark.parametrize(
    ("question", "page_id"),
    [
        ("sociale media ziekenhuis", 1),  # title
        ("verpleegkundigen", 1),  # summary
        ("questions", 2),  # body
        ("familles", 3),  # parts
        ("ziekenhuisinfectie", 6),  # topic labels
        ("bengalen", 7),  # region names
        ("sundarban", 7),  # organisation
        ("okonkwo", 4),  # people
    ],
)
def test_words_are_found_in_every_text(shelf: Shelf, question: str, page_id: int) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == [page_id]
    assert page.total == 1
    assert not page.relaxed


@pytest.mark.parametrize(
    ("question", "page_id"),
    [
        ("ziekenhuizen", 1),
        ("hospitals", 2),
        ("nurse answering", 2),
        ("hôpital", 3),
        ("hopitaux", 3),
        ("Krankenhäuser", 4),
        ("hospitales", 5),
        ("больницы", 10),
        ("sairaala", 11),
    ],
)
def test_other_forms_of_a_word_are_found_in_its_language(shelf: Shelf, question: str, page_id: int) -> None:
    page = shelf.search(question)
    assert page_id in [hit.document.page_id for hit in page.hits]
    assert not page.relaxed


@pytest.mark.parametrize(
    ("question", "page_id"),
    [
        ("cafe", 3),
        ("CAFÉ", 3),
        ("cafe\u0301", 3),
        ("pflegekrafte", 4),
        ("naive", 14),
        ("angstrom", 14),
        ("viestinta", 11),
    ],
)
def test_accents_and_case_do_not_matter(shelf: Shelf, question: str, page_id: int) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == [page_id]
    assert not page.relaxed


@pytest.mark.parametrize("question", ["医院", "感染", "医院感染", "社交媒体"])
def test_chinese_is_found_without_spaces(shelf: Shelf, question: str) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == [8]
    assert not page.relaxed


@pytest.mark.parametrize("question", ["covid", "疫苗", "COVID疫苗", "covid 接种"])
def test_a_word_of_two_scripts_is_found_by_either(shelf: Shelf, question: str) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == [15]
    assert not page.relaxed


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hospital patients", [2]),
        ("media patients", [2]),
        ("hospital media patients", [2]),
        ("familles café patients", [3]),
        ("redes familias", [5]),
        ("okonkwo krankenhaus", [4]),  # words in different fields
    ],
)
def test_up_to_three_words_must_all_match_somewhere(shelf: Shelf, question: str, expected: list[int]) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == expected
    assert not page.relaxed


def test_four_words_are_ranked_by_any_of_them(shelf: Shelf) -> None:
    page = shelf.search("social media nurses xylophone")
    ids = [hit.document.page_id for hit in page.hits]
    assert ids[0] == 2  # has three of the four
    assert 1 in ids  # has one
    assert not page.relaxed


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("the patients of the hospital", [2]),  # two words count
        ("un café pour les patients", [3]),
        ("l'hôpital", [3]),
        ("Ångström’s photographs", [14]),
    ],
)
def test_stop_words_need_not_match_and_do_not_count(shelf: Shelf, question: str, expected: list[int]) -> None:
    page = shelf.search(question)
    assert [hit.document.page_id for hit in page.hits] == expected
    assert not page.relaxed


def test_a_title_of_function_words_is_found(shelf: Shelf) -> None:
    assert shelf.found("the who") == [9]


def test_a_function_word_at_the_end_counts(shelf: Shelf) -> None:
    assert shelf.found("hepatitis b") == [13]
    assert shelf.found("hepatitis a")[0] == 12


def test_scores_fall_and_lead_the_order(shelf: Shelf) -> None:
    scores = [hit.score for hit in shelf.search("social media nurses xylophone").hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0


def test_title_and_summary_weigh_more_than_body(shelf: Shelf) -> None:
    filler = "Other things are told here at some length, so that texts are alike."
    shelf.hold(
        document(1, "Something else", summary=filler, body=f"Vaccination. {filler}"),
        document(2, "Something else", summary=f"Vaccination. {filler}", body=filler),
        document(3, "Vaccination first", summary=filler, body=filler),
    )
    try:
        assert shelf.found("vaccination") == [3, 2, 1]
    finally:
        shelf.hold(*LIBRARY)


def test_a_word_without_a_match_finds_nothing(shelf: Shelf) -> None:
    page = shelf.search("xylophone")
    assert (page.total, page.hits, page.relaxed) == (0, (), False)


def test_the_answer_names_its_engine_and_its_question(shelf: Shelf, engine_name: str) -> None:
    page = shelf.search("hospital", language=("en",))
    assert page.engine == engine_name == shelf.engine.name == shelf.store.engine
    assert page.params.q == "hospital"
    assert page.params.language == ("en",)
    assert not page.limited


def test_hits_carry_the_stored_document(shelf: Shelf) -> None:
    assert shelf.documents("okonkwo")[0] == LIBRARY[3]
