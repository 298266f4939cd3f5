"""Terms that fit what is typed: any word's beginning, any language, one letter wrong, the best first."""

import pytest

from search.vocabulary.matching import MANY, matching_terms, near_terms
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term

TOPICS = (
    Term("hospital-infection", None, {"en": "Hospital-acquired infection", "nl": "Ziekenhuisinfectie"}),
    Term("hand-hygiene", None, {"en": "Hand hygiene", "nl": "Handhygiëne"}, {"en": ("Washing hands",)}),
    Term("patient-safety", None, {"en": "Patient safety", "nl": "Patiëntveiligheid", "zh": "患者安全"}),
    Term("patient-stories", None, {"en": "Stories of patients", "nl": "Patiëntverhalen"}),
    Term("privacy", None, {"en": "Privacy", "fr": "Vie privée"}),
)
VOCABULARY = Vocabulary(stamp=1, topics={term.code: term for term in TOPICS})


def codes(text: str, language: str = "en", limit: int = 5) -> list[str]:
    return [term.code for term in matching_terms(text, "topic", VOCABULARY, language, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hand hyg", ["hand-hygiene"]),
        ("hyg", ["hand-hygiene"]),  # a word in the middle
        ("hyg hand", ["hand-hygiene"]),  # in any order
        ("HANDHYGIENE", ["hand-hygiene"]),  # another language, without accent
        ("washing", ["hand-hygiene"]),  # an alternative label
        ("hand-hygiene", ["hand-hygiene"]),  # the short name
        ("vie p", ["privacy"]),
        ("安全", ["patient-safety"]),  # inside a text without spaces
        ("pat", ["patient-safety", "patient-stories"]),
        ("h", ["hand-hygiene", "hospital-infection"]),
        ("patient nothing", []),
        ("", []),
        ("?!", []),
        ("xyz", []),
    ],
)
def test_every_word_begins_some_word_of_one_label(typed: str, found: list[str]) -> None:
    assert codes(typed) == found


@pytest.mark.parametrize(
    "typed", ["privcy", "privaacy", "pirvacy", "brivacy", "privavy", "rivacy", "pirva", "privac", "priwacy"]
)
def test_one_letter_may_be_wrong(typed: str) -> None:
    assert codes(typed) == ["privacy"]


@pytest.mark.parametrize("typed", ["pir", "prvcy", "xx", "privacyyy", "p" * 300])
def test_short_words_and_two_mistakes_are_not_forgiven(typed: str) -> None:
    assert codes(typed) == []


def test_the_whole_label_comes_first_then_the_right_word_then_the_mistyped_one() -> None:
    terms = [Term(code, None, {"en": name}) for code, name in (("a", "Cares"), ("b", "Care"), ("c", "Carp pond"))]
    vocabulary = Vocabulary(stamp=1, topics={term.code: term for term in terms})
    assert [term.code for term in matching_terms("care", "topic", vocabulary, "en", 5)] == ["b", "a", "c"]


def test_the_readers_language_comes_first() -> None:
    terms = [Term("a", None, {"en": "Rapport"}), Term("b", None, {"en": "Report", "nl": "Rapportage"})]
    vocabulary = Vocabulary(stamp=1, topics={term.code: term for term in terms})
    assert [term.code for term in matching_terms("rappo", "topic", vocabulary, "nl-be", 5)] == ["b", "a"]
    assert [term.code for term in matching_terms("rappo", "topic", vocabulary, "en", 1)] == ["a"]


def test_a_question_is_near_the_terms_that_share_a_word_with_it() -> None:
    near = near_terms(["privcy", "of", "patients", "stories"], "topic", VOCABULARY, "en", 5)
    assert [term.code for term in near] == ["patient-stories", "privacy"]
    assert [term.code for term in near_terms(["patientt"], "topic", VOCABULARY, "en", 5)] == [
        "patient-safety",
        "patient-stories",
    ]
    assert near_terms(["of", "in", "xy"], "topic", VOCABULARY, "en", 5) == ()


def test_of_hundreds_those_in_the_readers_language_will_do() -> None:
    names = {f"t{n}": {"en": f"Apple {n}", "nl": f"Peer {n}" if n else "Appel"} for n in range(MANY)}
    vocabulary = Vocabulary(stamp=1, topics={code: Term(code, None, known) for code, known in names.items()})
    assert [term.code for term in matching_terms("a", "topic", vocabulary, "nl", 5)] == ["t0"]
    assert len(matching_terms("a", "topic", vocabulary, "fr", 5)) == 5


def test_a_facet_without_a_vocabulary_has_no_terms() -> None:
    assert matching_terms("guide", "type", VOCABULARY, "en", 5) == ()
