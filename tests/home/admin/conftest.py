"""The small network of the review, for the desks."""

from tests.library.moderation.stage import network

__all__ = ["network"]
