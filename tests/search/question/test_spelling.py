"""Mistyped words are replaced where they stand."""

import pytest

from search.question.spelling import mend

MENDED = {"vacination": "vaccination", "meazles": "measles", "or": "for", "cafe": "carafe", "titel": "title"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("vacination", "vaccination"),
        ("the vacination, of  children", "the vaccination, of  children"),
        ("Vacination VACINATION", "Vaccination VACCINATION"),
        ('"vacination of meazles" -meazles', '"vaccination of measles" -measles'),
        ("(vacination OR meazles)", "(vaccination OR measles)"),
        ("or else", "for else"),
        ("Café", "Carafe"),
        ("titel:meazles", "titel:measles"),
        ("titel meazles", "title measles"),
        ("Meazles: a vacination", "Measles: a vaccination"),
        ("prevacination", "prevacination"),
        ("", ""),
    ],
)
def test_mistyped_words_are_replaced_where_they_stand(typed: str, expected: str) -> None:
    assert mend(typed, MENDED) == expected
