"""Two organisations in Belgium, one in Kenya, somebody in every relation to them, and one of everything."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.set_up import set_up_network
from library.models import (
    Appeal,
    CaseStudyPage,
    Decision,
    FileState,
    LibraryDocument,
    LibraryImage,
    SpotCheck,
    Submission,
)
from library.moderation.follow import submission_of
from library.upkeep.appeal import make_appeal
from library.upkeep.take_off import unpublish_resource
from network.joining.ask import ask_to_join
from network.joining.invite import invite
from network.leadership.appoint import appoint_leader
from network.models import Invitation, JoinRequest, OrganisationPage, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from network.rights import ADMINISTRATORS, EDITORS
from network.who_may import Who
from tests.factories import CaseStudyFactory, DocumentFactory, ImageFactory, RegionFactory, UserFactory
from tests.library.moderation.stage import after_commit, switch_off_checks

YEAR_AGO = timedelta(days=365)


@dataclass
class World:
    """Everything is the author's in Aurora; ``keys`` are those of the people, ``clients`` are logged in as them."""

    aurora: OrganisationPage
    borealis: OrganisationPage
    keys: dict[Who, int]
    clients: dict[Who, Client] = field(default_factory=dict)
    pages: dict[str, CaseStudyPage] = field(default_factory=dict)
    documents: dict[str, LibraryDocument] = field(default_factory=dict)
    picture: LibraryImage = field(default_factory=lambda: ImageFactory(title="Aurorapicture"))
    made: dict[type[Model], int] = field(default_factory=dict)  # one of a kind, by its kind

    def person(self, who: Who) -> User:
        """Return somebody as they are in the database; a visitor is nobody, and asks no verbs."""
        return User.objects.get(pk=self.keys[who])

    def one[T: Model](self, kind: type[T]) -> T:
        """Return the one of a kind that there is, as it is in the database."""
        return kind._default_manager.get(pk=self.made[kind])


def make_world() -> World:
    """Set up the network as an administrator would, through the verbs."""
    directory, belgium = set_up_network().directory, RegionFactory(code="be", name="Belgium")
    aurora = found_organisation(directory, "Aurora", summary="A", home_region=belgium, trust=Trust.KNOWN)
    borealis = found_organisation(directory, "Borealis", summary="B", home_region=belgium)
    world = World(aurora, borealis, _people(aurora, borealis))
    _log_in(world)
    switch_off_checks()
    for name in ("published", "members", "draft", "review", "trusted", "off"):
        _page(world, name)
    PageViewRestriction.objects.create(page=world.pages["members"], restriction_type=PageViewRestriction.LOGIN)
    LibraryImage.objects.filter(pk=world.picture.pk).update(
        collection=aurora.collection, uploaded_by_user=world.person(Who.AUTHOR)
    )
    _reviewed(world)
    _joining(world)
    return world


def _people(aurora: OrganisationPage, borealis: OrganisationPage) -> dict[Who, int]:
    people: dict[Who, User] = {
        who: UserFactory(email=f"{who.name.lower()}@example.org", last_name=who.value) for who in Who
    }
    admit_member(aurora, people[Who.AUTHOR])
    admit_member(aurora, people[Who.COLLEAGUE])
    admit_member(aurora, people[Who.COORDINATOR], Role.COORDINATOR)
    admit_member(borealis, people[Who.STRANGER])
    appoint_leader(borealis, people[Who.LEADER], RegionFactory(code="be"))
    appoint_leader(borealis, UserFactory(email="second@example.org", last_name="Second"), RegionFactory(code="be"))
    appoint_leader(borealis, people[Who.OTHER_LEADER], RegionFactory(code="ke"))
    people[Who.EDITOR].groups.add(Group.objects.get(name=EDITORS))
    people[Who.ADMINISTRATOR].groups.add(Group.objects.get(name=ADMINISTRATORS))
    return {who: person.pk for who, person in people.items()}


def _log_in(world: World) -> None:
    for who in Who:
        world.clients[who] = Client()
        if who != Who.VISITOR:
            world.clients[who].force_login(world.person(who))


def _page(world: World, name: str) -> None:
    """Make a page of the author's with a file; drafts have never been on the site."""
    author, is_draft = world.person(Who.AUTHOR), name in ("draft", "review")
    file = ContentFile(f"Ask first, {name}.".encode(), name=f"aurora-{name}.txt")
    document: LibraryDocument = DocumentFactory(
        title=f"Aurorafile{name}", file=file, collection=world.aurora.collection, uploaded_by_user=author
    )
    dates = {"live": False, "first_published_at": None} if is_draft else {}
    page: Any = CaseStudyFactory(
        parent=world.aurora, title=f"Aurora{name}", owner=author, documents=[document], **dates
    )
    page.regions = [RegionFactory(code="be")]
    page.save()
    revision = page.save_revision(user=author)
    if not is_draft:
        after_commit(revision.publish, user=author, skip_permission_checks=True)
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.READ)  # the checks wait for what is not
    world.pages[name], world.documents[name] = CaseStudyPage.objects.get(pk=page.pk), document


def _reviewed(world: World) -> None:
    """Something in review; something taken off, with an appeal; something published on trust."""
    author, leader = world.person(Who.AUTHOR), world.person(Who.LEADER)
    after_commit(world.pages["review"].get_workflow().start, world.pages["review"], author)
    CaseStudyPage.objects.filter(pk=world.pages["published"].pk).update(review_by=timezone.localdate() - YEAR_AGO)
    decision = after_commit(unpublish_resource, world.pages["off"], leader, words="It is out of date.")
    trusted = submission_of(world.pages["trusted"])
    world.made |= {
        Submission: Submission.objects.get(page=world.pages["review"].pk).pk,
        SpotCheck: SpotCheck.objects.create(submission=trusted).pk,
        Decision: decision.pk,
    }


def _joining(world: World) -> None:
    """Somebody who wants to join, somebody else who is invited."""
    asking: User = UserFactory(email="asking@example.org")
    world.made |= {
        JoinRequest: ask_to_join(asking, world.aurora, "I film on wards.").pk,
        Invitation: invite(world.aurora, world.person(Who.COORDINATOR), "invited@example.org").pk,
    }


def appeal(world: World) -> Appeal:
    """Let the author appeal against what was taken off."""
    return make_appeal(world.one(Decision), world.person(Who.AUTHOR), "It is right as it is.")
