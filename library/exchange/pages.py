"""From a record to an unsaved page of its type, with everything that hangs on it."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from modelcluster.models import get_all_child_relations

from library.exchange.kinds import EVENT, TRAINING
from library.exchange.record import Record
from library.models import (
    RESOURCE_TYPES,
    Audience,
    PersonRole,
    ResourceLink,
    ResourcePage,
    ResourcePerson,
    Topic,
)
from network.models import Region


@dataclass(frozen=True, slots=True)
class Tags:
    """Keys of what a record is tagged with."""

    topics: Sequence[int] = ()
    regions: Sequence[int] = ()
    audiences: Sequence[int] = ()
    licence: int | None = None


def new_page(record: Record, tags: Tags, **fields: Any) -> ResourcePage:
    """Return an unsaved page; ``fields`` are those of the tree and of publication.

    Every child relation is set, also the empty ones, so that nothing is looked up when the page becomes a revision.
    """
    page = RESOURCE_TYPES[record.type_key](**content_of(record, record.type_key), **fields)
    for relation in get_all_child_relations(type(page)):
        setattr(page, relation.get_accessor_name(), [])
    hang_on(page, record, tags)
    return page


def content_of(record: Record, type_key: str) -> dict[str, Any]:
    """Return the fields that a record fills on a page of a type."""
    own: dict[str, Any] = {}
    if type_key == EVENT:
        own = {"start_date": record.start_date, "place": record.place}
    elif type_key == TRAINING:
        own = {"format": record.format or "other", "levels": list(record.levels)}
    return {
        "title": record.title,
        "draft_title": record.title,
        "summary": record.summary,
        "body": body_of(record),
        "language": record.language,
        "year": record.year,
        **own,
    }


def body_of(record: Record) -> str:
    """Return the body as the JSON that a StreamField stores."""
    blocks = [{"type": block, "value": value, "id": str(uuid.uuid4())} for block, value in record.body]
    return json.dumps(blocks)


def hang_on(page: ResourcePage, record: Record, tags: Tags) -> None:
    """Put tags, people and link on a page in memory, in place of those that it has."""
    page.licence_id = tags.licence
    page.topics = [Topic(pk=pk) for pk in tags.topics]
    page.regions = [Region(pk=pk) for pk in tags.regions]
    page.audiences = [Audience(pk=pk) for pk in tags.audiences]
    names = [(name, PersonRole.AUTHOR) for name in record.authors]
    names += [(name, PersonRole.PUBLISHER) for name in record.publishers]
    people = [ResourcePerson(name=name, role=role, sort_order=number) for number, (name, role) in enumerate(names)]
    links = [ResourceLink(url=record.url, sort_order=0)] if record.url else []
    for relation, children in (("people", people), ("links", links)):
        setattr(page, relation, children)
