"""What a viewer may know, from the words of the design (``docs/rights.md``), asking neither database nor code."""

from collections import Counter

from tests.leaks.facts import Part, Secret, State, Thing, Viewer, World

UNSENT = (Part.NEW_TITLE, Part.NEW_BODY)
IN_LISTS = (Part.TITLE, Part.NEW_TITLE, Part.FILE_NAME, Part.FILE_TEXT)  # what colleagues choose, link to and open
SENT = (State.REVIEW, State.DECLINED)


def passes(viewer: Viewer, restrictions: frozenset[int]) -> bool:
    """Tell whether somebody passes every restriction."""
    return restrictions <= viewer.passed


def may_know(viewer: Viewer, secret: Secret, world: World) -> bool:
    """Tell whether a word may be in an answer to somebody."""
    section, thing = secret.section, secret.thing
    if viewer.keeps:
        return True
    if thing is None:
        insider = section.key in viewer.sections or bool(viewer.leads)
        return insider or passes(viewer, section.restrictions)
    if thing.is_live and secret.part not in UNSENT and passes(viewer, thing.restrictions):
        return True
    return _of_the_organisation(viewer, secret, thing) or _of_the_reviewers(viewer, secret, thing, world)


def _of_the_organisation(viewer: Viewer, secret: Secret, thing: Thing) -> bool:
    if thing.section.key not in viewer.sections:
        return False
    reads_all = thing.owner == viewer.key or thing.section.key in viewer.coordinates
    return reads_all or secret.part in IN_LISTS or thing.state in SENT


def _of_the_reviewers(viewer: Viewer, secret: Secret, thing: Thing, world: World) -> bool:
    """Reviewers read what waits for them; leaders see in their reports what is about their regions."""
    if thing.state not in SENT:
        return False
    if viewer.key in thing.deciders:
        return thing.state == State.REVIEW or secret.part != Part.FILE_TEXT
    if secret.part != Part.TITLE:
        return False
    return bool(viewer.leads & thing.above) or (thing.state == State.DECLINED and _reads_record(viewer, thing, world))


def _reads_record(viewer: Viewer, thing: Thing, world: World) -> bool:
    """Who reviews something of an organisation reads what was decided about it before."""
    return any(viewer.key in other.deciders for other in world.things if other.section is thing.section)


def found_by(viewer: Viewer, world: World) -> list[Thing]:
    """Return what a search for everything finds."""
    return [thing for thing in world.things if thing.is_live and passes(viewer, thing.restrictions)]


def counts_for(viewer: Viewer, world: World) -> Counter[str]:
    """Return how many of these stand in each section, by the section's name in addresses."""
    return Counter(thing.section.slug for thing in found_by(viewer, world))
