"""Who may do what: every role, every kind of object, one table.

It is a statement about the whole site, not used by it: ``tests/network/rights`` asks the site about every cell, as a
real request or a call of the verb, and holds ``docs/rights.md`` to the same words. What is not written here nobody may.

The people of the table: an author has shared something in the section of an organisation; the others stand in some
relation to it. A leader of the region belongs to another organisation. Superusers pass every check of rights, but
nobody decides on their own work.
"""

from enum import StrEnum
from typing import Final, NamedTuple


class Who(StrEnum):
    """In what relation somebody stands to a thing."""

    VISITOR = "Visitor"  # not logged in
    MEMBER = "Member"  # an account, and no organisation
    AUTHOR = "Author"  # a contributor, of what is theirs
    COLLEAGUE = "Colleague"  # another contributor of the same organisation
    COORDINATOR = "Coordinator"  # of the same organisation
    STRANGER = "Contributor elsewhere"
    LEADER = "Leader"  # of the region
    OTHER_LEADER = "Leader elsewhere"
    EDITOR = "Editor"  # of the network
    ADMINISTRATOR = "Administrator"


class Right(NamedTuple):
    """A line of the table: with which thing, what, who may."""

    thing: str
    deed: str
    who: frozenset[Who]


def _these(*who: Who) -> frozenset[Who]:
    return frozenset(who)


EVERYBODY: Final = frozenset(Who)
KNOWN: Final = EVERYBODY - {Who.VISITOR}
STAFF: Final = KNOWN - {Who.MEMBER}  # everybody who enters the CMS
NOBODY: Final = frozenset[Who]()
ADMINISTRATOR: Final = _these(Who.ADMINISTRATOR)
KEEPERS: Final = _these(Who.EDITOR, Who.ADMINISTRATOR)
LEADERS: Final = _these(Who.LEADER, Who.OTHER_LEADER)
ORGANISATION: Final = _these(Who.AUTHOR, Who.COLLEAGUE, Who.COORDINATOR)
OWNERS: Final = _these(Who.AUTHOR, Who.COORDINATOR)
CONCERNED: Final = ORGANISATION | {Who.LEADER}

TABLE: Final[tuple[tuple[str, tuple[tuple[str, frozenset[Who]], ...]], ...]] = (
    (
        "What is published",
        (
            ("read it", EVERYBODY),
            ("find it by searching", EVERYBODY),
            ("open its file", EVERYBODY),
            ("read what is for members only", KNOWN),
            ("find what is for members only", KNOWN),
            ("open the file of what is for members only", KNOWN),
            ("open it in the editor", KEEPERS | OWNERS),
            ("link to it in the editor", STAFF),
            ("delete it", ADMINISTRATOR),
            ("publish without review", ADMINISTRATOR),
            ("make it private", ADMINISTRATOR),
            ("take it off the site, with a reason", OWNERS | {Who.LEADER, Who.ADMINISTRATOR}),
            ("say that it is still right", OWNERS | ADMINISTRATOR),
            ("look at it afterwards, if published on trust", _these(Who.LEADER)),
            ("copy it beside itself", OWNERS | ADMINISTRATOR),
            ("adapt it in one's own section, where its licence allows", STAFF - LEADERS - {Who.EDITOR}),
            ("hand it to a colleague", OWNERS | ADMINISTRATOR),
        ),
    ),
    (
        "A draft",
        (
            ("read it on the site", NOBODY),
            ("open its file", ORGANISATION | KEEPERS),
            ("read it in the CMS", KEEPERS | OWNERS),
            ("open it in the editor", KEEPERS | OWNERS),
            ("find it in the CMS", ORGANISATION | KEEPERS),
            ("link to it in the editor", KEEPERS | OWNERS | {Who.COLLEAGUE}),
            ("see its history", KEEPERS | OWNERS),
            ("see where it is used", KEEPERS | OWNERS),
            ("delete it", KEEPERS | OWNERS),
            ("send it for review", KEEPERS | OWNERS),
        ),
    ),
    (
        "What is in review",
        (
            ("read it on its review page", CONCERNED | ADMINISTRATOR),
            ("open it in the editor, locked", KEEPERS | OWNERS | {Who.LEADER}),
            ("open its file", CONCERNED | KEEPERS),
            ("see it on one's review desk", _these(Who.LEADER)),
            ("take it", _these(Who.LEADER)),
            ("hand it to a colleague", _these(Who.LEADER)),
            ("publish it, ask for changes or decline", _these(Who.LEADER)),
            ("write in the conversation", CONCERNED | ADMINISTRATOR),
            ("write and read notes among reviewers", _these(Who.LEADER, Who.ADMINISTRATOR)),
            ("read what the checks find before it is sent", OWNERS | KEEPERS | {Who.LEADER}),
            ("take it back", _these(Who.AUTHOR)),
        ),
    ),
    (
        "A decision",
        (
            ("appeal against it", OWNERS),
            ("answer the appeal", _these(Who.OTHER_LEADER)),
            ("see it in the report of decisions", _these(Who.LEADER, Who.ADMINISTRATOR)),
            ("see how long answers take in its region", _these(Who.LEADER, Who.ADMINISTRATOR)),
            ("change or delete it in the log", NOBODY),
        ),
    ),
    (
        "An organisation's section",
        (
            ("see it in the explorer", ORGANISATION | KEEPERS),
            ("add to it", ORGANISATION | ADMINISTRATOR),
            ("describe the organisation", KEEPERS | {Who.COORDINATOR}),
            ("change tier and trust", KEEPERS),
            ("see its files in the CMS", KEEPERS | OWNERS),
            ("edit its files", KEEPERS | OWNERS),
            ("edit its pictures", KEEPERS | OWNERS),
            ("use its files in a resource", ORGANISATION | KEEPERS),
            ("use its pictures in a resource", ORGANISATION | KEEPERS),
        ),
    ),
    (
        "An organisation's people",
        (
            ("ask to join", KNOWN - ORGANISATION),
            ("accept or decline who asks", _these(Who.COORDINATOR, Who.LEADER, Who.ADMINISTRATOR)),
            ("invite somebody", _these(Who.COORDINATOR, Who.ADMINISTRATOR)),
            ("withdraw an invitation", _these(Who.COORDINATOR, Who.ADMINISTRATOR)),
            ("see organisations without coordinator", LEADERS | KEEPERS),
            ("see who belongs to it", ORGANISATION | KEEPERS),
            ("make a member coordinator", _these(Who.COORDINATOR, Who.ADMINISTRATOR)),
            ("remove a member", _these(Who.COORDINATOR, Who.ADMINISTRATOR)),
            ("hand the organisation over to a member", _these(Who.COORDINATOR)),
        ),
    ),
    (
        "The network",
        (
            ("enter the CMS", STAFF),
            ("open one's own resources", STAFF - LEADERS - KEEPERS),
            ("open the page of second looks", LEADERS | {Who.EDITOR}),
            ("edit topics", KEEPERS),
            ("edit audiences", KEEPERS),
            ("edit reasons for decisions", KEEPERS),
            ("edit synonyms", KEEPERS),
            ("edit licences", ADMINISTRATOR),
            ("edit regions", ADMINISTRATOR),
            ("appoint leaders", ADMINISTRATOR),
            ("admit members anywhere", ADMINISTRATOR),
            ("edit accounts", ADMINISTRATOR),
            ("edit workflows", ADMINISTRATOR),
            ("edit collections", ADMINISTRATOR),
            ("set due dates and samples of the review", ADMINISTRATOR),
            ("switch and tune the automatic checks", KEEPERS),
            ("see the coverage of regions", LEADERS | ADMINISTRATOR),
            ("see and answer proposals of trust", ADMINISTRATOR),
            ("see the mails that are sent", ADMINISTRATOR),
            ("see the health of the search", ADMINISTRATOR),
        ),
    ),
)

RIGHTS: Final = tuple(Right(thing, deed, who) for thing, deeds in TABLE for deed, who in deeds)
