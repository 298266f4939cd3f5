"""Documents for the contract suite, as values: no database."""

from typing import Any

from search.document import ResourceDocument


def document(page_id: int, title: str = "", **fields: Any) -> ResourceDocument:
    """Return a published English guide; any field can be given."""
    values: dict[str, Any] = {
        "type": "guide",
        "title": title or f"Resource {page_id}",
        "summary": "",
        "body": "",
        "parts": "",
        "language": "en",
        "url": f"/organisations/zeemeeuw/{page_id}/",
        "organisation": "zeemeeuw",
        "organisation_title": "Zeemeeuw",
        "published_at": f"2026-01-01T12:00:{page_id % 60:02}+00:00",
        "original": page_id,
    }
    return ResourceDocument(page_id=page_id, **(values | fields))
