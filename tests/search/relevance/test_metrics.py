"""Measures of one ranked answer, against figures worked out by hand from the definitions of trec_eval."""

import pytest

from search.relevance.metrics import ndcg, recall, reciprocal_rank

# log2(2), log2(3), log2(4), log2(5): the discounts of the first four ranks.
ONE, TWO, THREE, FOUR = 1.0, 1.584962500721156, 2.0, 2.321928094887362


@pytest.mark.parametrize(
    ("ranking", "gains", "expected"),
    [
        (["a"], {"a": 1}, 1.0),
        (["x", "a"], {"a": 1}, 1 / TWO),
        (["x", "y", "a"], {"a": 1}, 1 / THREE),
        (["b", "a"], {"a": 3, "b": 1}, (1 / ONE + 3 / TWO) / (3 / ONE + 1 / TWO)),
        (["x", "a", "y", "b"], {"a": 2, "b": 1, "c": 1}, (2 / TWO + 1 / FOUR) / (2 / ONE + 1 / TWO + 1 / THREE)),
        (["x"], {"a": 1}, 0.0),
        ([], {"a": 1}, 0.0),
        (["a"], {"a": 0}, 0.0),
        (["a", "b"], {"a": -1, "b": 1}, 1 / TWO),
    ],
    ids=["first", "second", "third", "graded", "one missing", "not found", "no hit", "none relevant", "negative"],
)
def test_ndcg_has_linear_gains_a_logarithmic_discount_and_the_best_order_of_all_judged(
    ranking: list[str], gains: dict[str, int], expected: float
) -> None:
    assert ndcg(ranking, gains) == pytest.approx(expected)


def test_ndcg_looks_at_ten_ranks_and_no_more() -> None:
    assert ndcg([*"0123456789", "a"], {"a": 1}) == 0
    assert ndcg([*"012345678", "a"], {"a": 1}) > 0


def test_ndcg_is_one_when_ten_of_many_relevant_ones_lead() -> None:
    assert ndcg([str(number) for number in range(10)], {str(number): 1 for number in range(50)}) == pytest.approx(1)


def test_recall_is_the_share_of_everything_relevant() -> None:
    assert recall(["a", "x", "b"], {"a": 1, "b": 2, "c": 1, "x": 0}) == pytest.approx(2 / 3)
    assert recall([*map(str, range(100)), "a"], {"a": 1}) == 0
    assert recall(["a"], {"a": 0}) == 0


def test_reciprocal_rank_is_of_the_first_relevant_one() -> None:
    assert reciprocal_rank(["x", "zero", "a", "b"], {"a": 1, "b": 3, "zero": 0}) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], {"a": 1}) == 0
