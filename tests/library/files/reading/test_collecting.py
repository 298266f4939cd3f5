"""Passages on their way: cleaned, split, bounded."""

import pytest

from library.files.reading import collecting
from library.files.reading.cleaning import clean_text
from library.files.reading.collecting import Collector
from library.files.reading.outcome import Enough, FoundPassage
from library.files.reading.splitting import PIECE, split_text

CLEANED = {
    "a ligature": ("of\ufb01ce", "office"),
    "a hyphen of a line's end": ("infor\ufffe\r\nmation", "information"),
    "a soft hyphen": ("hand\u00adhygiëne", "handhygiëne"),
    "letters of two parts": ("e\u0301te\u0301", "été"),
    "zeros": ("a\x00b", "ab"),
    "half a pair": ("a\ud800b", "ab"),
    "blanks of all kinds": (" a\u00a0\u2003\n\tb ", "a b"),
    "direction marks": ("\u202egnp.exe", "gnp.exe"),
    "a family": ("👩\u200d👧", "👩\u200d👧"),
}


@pytest.mark.parametrize("case", CLEANED)
def test_text_is_cleaned(case: str) -> None:
    text, cleaned = CLEANED[case]
    assert clean_text(text) == cleaned


def test_a_long_text_is_cut_at_the_ends_of_sentences() -> None:
    sentence = "Everybody in the picture has said yes. "
    pieces = list(split_text(sentence * 200))
    assert all(len(piece) <= PIECE and piece.endswith("yes.") for piece in pieces)
    assert " ".join(pieces) == (sentence * 200).strip()


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000, "病" * 5000])
def test_a_text_without_sentences_is_cut_all_the_same(text: str) -> None:
    pieces = list(split_text(text))
    assert all(0 < len(piece) <= PIECE for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def collector(seconds: float = 60) -> tuple[Collector, list[FoundPassage]]:
    found: list[FoundPassage] = []
    return Collector(found.append, seconds), found


def test_a_long_page_is_several_passages_of_one_place() -> None:
    collect, found = collector()
    collect.add(3, "Consent", "Yes. " * 1000)
    assert {(passage.place, passage.label) for passage in found} == {(3, "Consent")}
    assert len(found) == 3


def test_passages_end_at_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_PASSAGES", 2)
    collect, found = collector()
    collect.add(1, "", "text")
    collect.add(2, "", "text")
    with pytest.raises(Enough):
        collect.add(3, "", "text")
    assert len(found) == 2


def test_passages_end_at_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_CHARACTERS", 3_000)
    collect, found = collector()
    with pytest.raises(Enough):
        collect.add(1, "", "x" * 10_000)
    assert sum(len(passage.text) for passage in found) <= 3_000
    assert found


def test_places_end_at_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_PLACES", 2)
    collect, _found = collector()
    collect.look()
    collect.look()
    with pytest.raises(Enough):
        collect.look()


def test_reading_ends_when_its_time_is_over() -> None:
    collect, _found = collector(seconds=-1)
    with pytest.raises(Enough):
        collect.tick()


def test_a_place_and_a_label_fit_where_they_are_stored() -> None:
    collect, found = collector()
    collect.add(10**30, "x" * 5000, "text")
    assert found == [FoundPassage(2**31 - 1, "x" * 255, "text")]
