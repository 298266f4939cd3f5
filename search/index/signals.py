"""Placeholder until the queue listens."""


def connect() -> None:
    """Nothing yet."""
