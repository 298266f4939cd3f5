"""The small network, for every test of the folder."""

from tests.library.moderation.stage import network

__all__ = ["network"]
