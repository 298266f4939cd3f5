"""How tests see a factory: the factories themselves are typed as classes, not by what a call of them makes."""

from collections.abc import Sequence
from typing import Any, Protocol


class Makes[T](Protocol):
    """A factory as tests see it; fields are given by name."""

    def __call__(self, **fields: Any) -> T:
        """Make and save one."""
        ...

    def create(self, **fields: Any) -> T:
        """Make and save one; the same as a call."""
        ...

    def build(self, **fields: Any) -> T:
        """Make one without saving it."""
        ...

    def create_batch(self, size: int, **fields: Any) -> Sequence[T]:
        """Make and save several."""
        ...
