"""What spreadsheets may do with a text of others: read it, and nothing else."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: object) -> str:
    """Return a cell that a spreadsheet takes as a text: what begins like a formula gets an apostrophe before it.

    Source: OWASP, CSV injection.
    """
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
