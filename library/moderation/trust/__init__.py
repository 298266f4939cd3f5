"""Raising and lowering the trust in organisations: proposed by their record, decided by a person."""
