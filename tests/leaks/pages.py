"""A resource of a random world, in a random state, with a file; every text of it holds a secret word."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from django.core.files.base import ContentFile

from library.models import DecisionKind, FileState, LibraryDocument, Passage, Submission
from library.moderation.decide import Verdict, decide
from network.models import Membership, OrganisationPage, Region, User
from tests.factories import CaseStudyFactory, DocumentFactory
from tests.leaks.facts import Part, Secret, Section, State, Thing, World
from tests.library.moderation.stage import after_commit
from tests.year.oracle import deciders

STATES = (State.LIVE,) * 4 + (State.CHANGED, State.DRAFT, State.OFF, State.REVIEW, State.REVIEW, State.DECLINED)
COMMON = "lantern"  # stands in every summary


@dataclass
class Making:
    """What is needed to make pages."""

    chance: Random
    world: World
    regions: list[Region]
    new_word: Callable[[], str]


def make_thing(making: Making, organisation: OrganisationPage, section: Section, number: int) -> Thing:
    """Make a resource of somebody's in a section."""
    chance, state = making.chance, making.chance.choice(STATES)
    words: dict[Part, str] = {part: making.new_word() for part in Part if part != Part.NAME}
    people = Membership.objects.filter(organisation=organisation).order_by("pk")
    owner, region = chance.choice([each.person for each in people]), chance.choice(making.regions)
    document = _document(organisation, owner, words)
    page = _page(organisation, owner, words, number, state, documents=[document], regions=[region])
    thing = Thing(
        key=page.pk,
        address=page.get_url(),
        state=state,
        section=section,
        owner=owner.pk,
        restrictions=section.restrictions,
        above=_above(region),
        document=document.pk,
        document_address=document.url,
        file_name=words[Part.FILE_NAME],
    )
    _bring_there(page, thing, owner, words)
    making.world.secrets |= {word: Secret(word, part, section, thing) for part, word in words.items()}
    return thing


def _document(organisation: OrganisationPage, owner: User, words: dict[Part, str]) -> LibraryDocument:
    text, name = f"Lantern {words[Part.FILE_TEXT]}.", words[Part.FILE_NAME]
    file = ContentFile(text.encode(), name=f"{name}.txt")
    document: LibraryDocument = DocumentFactory(
        title=f"{name} handout", file=file, collection=organisation.collection, uploaded_by_user=owner
    )
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.READ)
    Passage.objects.create(document=document, position=0, place=1, text=text)
    return document


def _page(
    organisation: OrganisationPage, owner: User, words: dict[Part, str], number: int, state: State, **fields: Any
) -> Any:
    hidden: dict[str, Any] = {"live": False} if state not in (State.LIVE, State.CHANGED) else {}
    if state not in (State.LIVE, State.CHANGED, State.OFF):
        hidden["first_published_at"] = None
    return CaseStudyFactory(
        parent=organisation,
        title=f"{words[Part.TITLE]} story",
        slug=f"story-{number}",
        summary=f"About a {COMMON}.",
        setting=f"<p>{words[Part.BODY]}</p>",
        owner=owner,
        **fields,
        **hidden,
    )


def _above(region: Region) -> frozenset[str]:
    return frozenset({region.code}) | (_above(region.parent) if region.parent else frozenset())


def _bring_there(page: Any, thing: Thing, owner: User, words: dict[Part, str]) -> None:
    """Let what is in a revision be written there, sent and decided on."""
    if thing.state == State.CHANGED:
        page.title, page.setting = f"{words[Part.NEW_TITLE]} story", f"<p>{words[Part.NEW_BODY]}</p>"
    thing.revision = page.save_revision(user=owner).pk
    if thing.state in (State.REVIEW, State.DECLINED):
        after_commit(page.get_workflow().start, page, owner)
        submission = Submission.objects.get(page=page.pk)
        reviewers = sorted(deciders(submission), key=lambda user: user.pk)
        thing.submission, thing.deciders = submission.pk, frozenset(user.pk for user in reviewers)
        if thing.state == State.DECLINED:
            no = Verdict(DecisionKind.DECLINE, words="It is not for us.")
            after_commit(decide, submission, reviewers[0], no, submission.revision_id)
