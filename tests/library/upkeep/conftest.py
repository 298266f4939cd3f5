"""What the tests of what follows publication share."""

from tests.library.moderation.stage import network

__all__ = ["network"]
