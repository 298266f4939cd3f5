"""What else will do for words that stand beside each other: the longest known phrase first, in the right language."""

import pytest

from search.question.ask import ask
from search.question.nodes import AnyOf, Phrase, Words
from search.synonyms.rules import MAX_ALTERNATIVES, Synonyms, rules_of
from search.vocabulary.snapshot import Vocabulary

SYNONYMS = Synonyms(
    [
        *rules_of("en", ["hand hygiene", "hand washing", "Händewaschen"]),
        *rules_of("nl", ["ziekenhuis", "kliniek"]),
        *rules_of("", ["covid-19", "corona virus"]),
        *rules_of("en", ["nurse"], ["health worker", "caregiver"]),
        *rules_of("en", ["hand"], ["fingers"]),
        *rules_of("en", ["end of life", "palliative care"]),
        *rules_of("en", ["the", "a"]),
    ]
)
VOCABULARY = Vocabulary(stamp=1, synonyms=SYNONYMS)


def words(text: str, *languages: str) -> dict[str, set[str]]:
    """Return what each part of a text becomes."""
    expanded = SYNONYMS.expand(text.split(), languages or ("en",))
    return {" ".join(each.words): {" ".join(phrase) for phrase in each.synonyms} for each in expanded}


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("hand hygiene", {"hand hygiene": {"hand washing", "Händewaschen"}}),
        ("HAND Hygiéne ward", {"HAND Hygiéne": {"hand washing", "Händewaschen"}, "ward": set()}),
        ("handewaschen", {"handewaschen": {"hand hygiene", "hand washing"}}),
        ("hand injury", {"hand": {"fingers"}, "injury": set()}),  # the longest phrase that is there
        ("hygiene hand", {"hygiene": set(), "hand": {"fingers"}}),  # in its order
        ("covid 19", {"covid 19": {"corona virus"}}),  # of every language
        ("nurse", {"nurse": {"health worker", "caregiver"}}),
        ("caregiver", {"caregiver": set()}),  # one way only
        ("nurses", {"nurses": set()}),  # words, not stems
        ("end life", {"end life": {"palliative care"}}),  # a question comes without its stop words
        ("ziekenhuis", {"ziekenhuis": set()}),  # not in an English question
        ("the", {"the": set()}),
        ("", {}),
    ],
)
def test_words_find_their_synonyms(text: str, becomes: dict[str, set[str]]) -> None:
    assert words(text) == becomes


def test_a_set_applies_to_questions_that_look_like_its_language() -> None:
    assert words("ziekenhuis", "en", "nl") == {"ziekenhuis": {"kliniek"}}


def test_sets_about_the_same_words_come_together_without_doubles() -> None:
    both = Synonyms([*rules_of("", ["a1", "b1"]), *rules_of("en", ["a1", "B1", "c1"])])
    (found,) = both.expand(["a1"], ["en"])
    assert sorted(" ".join(phrase).lower() for phrase in found.synonyms) == ["b1", "c1"]


def test_there_are_never_too_many() -> None:
    many = Synonyms(rules_of("", [f"w{n}" for n in range(50)]))
    (found,) = many.expand(["w1"], [])
    assert len(found.synonyms) == MAX_ALTERNATIVES


def free(text: str) -> list[tuple[Phrase, tuple[Phrase, ...]]]:
    return [(each.words, each.synonyms) for each in ask(text, "en", VOCABULARY).free]


def test_a_question_carries_the_synonyms_of_its_free_words() -> None:
    other = (("hand", "washing"), ("Händewaschen",))
    assert free("the hand hygiene of nurses") == [(("hand", "hygiene"), other), (("nurses",), ())]
    assert free("hand -video hygiene") == [(("hand",), (("fingers",),)), (("hygiene",), ())]
    assert not ask("hand hygiene nurse", "en", VOCABULARY).any_word
    assert ask("hand hygiene nurse ward", "en", VOCABULARY).any_word  # four words were typed


def test_alternatives_and_groups_have_synonyms_too_but_phrases_titles_and_what_is_excluded_have_none() -> None:
    asked = ask('(nurse OR doctor) -hand title:nurse "hand hygiene"', "en", VOCABULARY)
    assert asked.required == (
        AnyOf((Words(("nurse",), synonyms=(("health", "worker"), ("caregiver",))), Words(("doctor",)))),
        Words(("nurse",), title=True),
        Words(("hand", "hygiene"), phrase=True),
    )
    assert asked.excluded == (Words(("hand",)),)
