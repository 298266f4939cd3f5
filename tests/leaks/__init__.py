"""Leaks: random sections, people and privacy; every secret is a word of its own, looked for in every answer."""
