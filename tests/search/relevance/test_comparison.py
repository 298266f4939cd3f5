"""Two configurations side by side."""

import pytest

from search.relevance.comparison import compare


def test_equal_answers_differ_by_nothing() -> None:
    found = compare([[0.0] * 20])
    assert (found.difference, found.low, found.high, found.better, found.worse) == (0, 0, 0, 0, 0)


def test_the_interval_lies_around_the_difference_and_is_the_same_every_time() -> None:
    differences = [0.2, -0.1, 0.0, 0.3] * 25
    found = compare([differences])
    assert found.difference == pytest.approx(0.1)
    assert found.low < 0.1 < found.high
    # The standard error is 0.158 / √100; 1.96 of them on both sides.
    assert found.low == pytest.approx(0.069, abs=0.003)
    assert found.high == pytest.approx(0.131, abs=0.003)
    assert (found.better, found.worse) == (0.5, 0.25)
    assert compare([differences]) == found


def test_each_collection_counts_the_same_however_many_questions_it_has() -> None:
    assert compare([[1.0] * 10, [0.0] * 1000]).difference == pytest.approx(0.5)
