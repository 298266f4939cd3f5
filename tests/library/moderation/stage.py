"""A small network to review in: organisations, leaders at three levels of the tree, an editor."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import TestCase

from home.set_up import set_up_network
from library.models import CaseStudyPage, CheckSetting, ResourcePage, Submission
from library.moderation.checks.registry import CHECKS
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Region, RegionKind, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from network.rights import EDITORS
from tests.factories import LicenceFactory, RegionFactory, TopicFactory, UserFactory, world


@dataclass
class Network:
    """Belgium below Western Europe below Europe; Kenya below Africa, which nobody leads."""

    hospital: OrganisationPage  # Belgian, known
    clinic: OrganisationPage  # Kenyan, known
    author: User  # contributor of the hospital
    coordinator: User  # of the hospital
    leader_be: User
    leader_eu: User
    editor: User
    administrator: User
    regions: dict[str, Region]

    def draft(self, organisation: OrganisationPage | None = None, **fields: Any) -> ResourcePage:
        """Return a draft by the author, complete enough to be sent."""
        section = organisation or self.hospital
        regions = fields.pop("regions", [section.home_region])
        page = CaseStudyPage(
            title=fields.pop("title", "Asking before filming"),
            summary="What we learned about asking before filming.",
            language="en",
            licence=LicenceFactory(),
            setting="<p>A ward with twenty beds.</p>",
            approach="<p>We asked everybody in the room, and again the day after.</p>",
            outcome="<p>Nine of ten said yes, and nobody felt pressed.</p>",
            live=False,
            owner=fields.pop("owner", self.author),
            **fields,
        )
        page.topics = [TopicFactory()]
        page.regions = regions
        section.add_child(instance=page)
        page.save_revision(user=page.owner)
        return page

    def send(self, page: ResourcePage, author: User | None = None) -> Submission:
        """Send a page for review, with everything that follows a commit; return its submission."""
        with TestCase.captureOnCommitCallbacks(execute=True):
            state = page.current_workflow_state
            if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
                state.resume(author or page.owner)
            else:
                page.get_workflow().start(page, author or page.owner)
        submission: Submission = Submission.objects.filter(page=page.pk).latest("pk")
        return submission


def after_commit[T](verb: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """Call a verb with everything that follows a commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return verb(*args, **kwargs)


def switch_off_checks() -> None:
    """Let everything through the automatic checks, for tests that are not about them."""
    CheckSetting.objects.bulk_create(
        CheckSetting(check_id=check.id, is_on=False, level=check.level) for check in CHECKS
    )


def make_network() -> Network:
    """Make the network."""
    made = set_up_network()
    europe = RegionFactory(code="europe", kind=RegionKind.CONTINENT, parent=world())
    west = RegionFactory(code="western-europe", kind=RegionKind.SUB_REGION, parent=europe)
    africa = RegionFactory(code="africa", kind=RegionKind.CONTINENT, parent=world())
    regions = {
        "world": world(),
        "europe": europe,
        "west": west,
        "be": RegionFactory(code="be", name="Belgium", parent=west),
        "fr": RegionFactory(code="fr", name="France", parent=west),
        "africa": africa,
        "ke": RegionFactory(code="ke", name="Kenya", parent=africa),
    }
    hospital = found_organisation(made.directory, "North Hospital", home_region=regions["be"], trust=Trust.KNOWN)
    clinic = found_organisation(made.directory, "Lake Clinic", home_region=regions["ke"], trust=Trust.KNOWN)
    bridge = found_organisation(made.directory, "The Bridge", home_region=regions["fr"], trust=Trust.KNOWN)
    people = {
        name: UserFactory(email=f"{name}@example.org", first_name=name.title(), last_name="")
        for name in ("author", "coordinator", "leader_be", "leader_eu", "editor")
    }
    admit_member(hospital, people["author"])
    admit_member(hospital, people["coordinator"], Role.COORDINATOR)
    appoint_leader(bridge, people["leader_be"], regions["be"])
    appoint_leader(bridge, people["leader_eu"], regions["europe"])
    people["editor"].groups.add(Group.objects.get(name=EDITORS))
    administrator = UserFactory(email="administrator@example.org", is_superuser=True, is_staff=True)
    return Network(hospital=hospital, clinic=clinic, administrator=administrator, regions=regions, **people)


@pytest.fixture
def network(db: None) -> Network:
    """The network, in a database of the test's own."""
    return make_network()
