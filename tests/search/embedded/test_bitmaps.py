"""Sets as integers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.embedded.bitmaps import bitmap, kept

numbers = st.lists(st.integers(min_value=1, max_value=300), unique=True)


@settings(deadline=None)
@given(numbers, numbers)
def test_bitmaps_are_sets(left: list[int], right: list[int]) -> None:
    assert bitmap(left) & bitmap(right) == bitmap(set(left) & set(right))
    assert bitmap(left).bit_count() == len(left)
    assert kept(np.array(left, dtype=np.int64), bitmap(right)).tolist() == [n for n in left if n in right]
