"""What the editor sends of a case study."""

import json

ROWS = ("files", "links", "people", "measures", "comments")
COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")


def rich(text: str) -> str:
    """Return a text as Wagtail's editor sends it."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"entityMap": {}, "blocks": [block]})


def form(**fields: str) -> dict[str, str]:
    """Return the fields of an empty editor, with these filled in."""
    counts = {f"{name}-{count}": "0" for name in ROWS for count in COUNTS}
    parts = dict.fromkeys(("setting", "challenge", "approach", "outcome", "lessons"), "null")
    return {**counts, **parts, "body-count": "0", **fields}


def with_link(url: str) -> dict[str, str]:
    """Return the fields of one row of links."""
    return {"links-TOTAL_FORMS": "1", "links-0-url": url, "links-0-label": "", "links-0-ORDER": "1"}


def with_file(document: int) -> dict[str, str]:
    """Return the fields of one row of files."""
    return {"files-TOTAL_FORMS": "1", "files-0-document": str(document), "files-0-ORDER": "1"}
