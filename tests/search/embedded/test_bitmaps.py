"""Sets as integers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.embedded.bitmaps import bitmap, kept

numbers = st.lists(st.integers(min_value=1, max_value=300), unique=True)


@settings(deadline=None)
@given(numbers, numbers)
def test_bitmaps_are_sets(left: list[int], right: list[int]) -> None:
    assert bitmap(left) & bitmap(right) == bitmap(set(left) & set(right))
    assert bitmap(left).bit_count() == len(left)
    assert kept(left, bitmap(right)) == [number for number in left if number in right]
