"""The network of the tests of the review, for what the CMS shows of it."""

from tests.library.moderation.stage import network

__all__ = ["network"]
