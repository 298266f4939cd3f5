"""What the tests of the review share."""

from tests.library.moderation.stage import network

__all__ = ["network"]
