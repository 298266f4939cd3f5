"""The small network of the review, for sharing."""

from tests.library.moderation.stage import network

__all__ = ["network"]
