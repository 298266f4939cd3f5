"""What the tests of people and organisations share."""

from tests.library.moderation.stage import network

__all__ = ["network"]
