"""What happened in the year, counted, and what happened that should not have."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase

from library.moderation.refusals import Refusal

REFUSALS = (Refusal, ValidationError, PermissionDenied)  # what a verb may answer with, and nothing else


class Ledger:
    """``figures`` counts by name; ``wrong`` are sentences about what must not be."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.figures, self.wrong = Counter[str](), list[str]()

    def count(self, name: str) -> None:
        """Count something that happened."""
        self.figures[name] += 1

    def do[T](self, name: str, verb: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        """Call a verb with everything that follows its commit; a refusal is counted as one and gives nothing."""
        try:
            with TestCase.captureOnCommitCallbacks(execute=True):
                result = verb(*args, **kwargs)
        except REFUSALS as refusal:
            self.count(f"{name}: {type(refusal).__name__}")
            return None
        self.count(name)
        return result

    def expect(self, name: str, holds: bool) -> None:
        """Note what is wrong where something does not hold."""
        if not holds:
            self.wrong.append(name)
