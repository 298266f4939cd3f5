"""Everything that the page of an organisation's people shows to one person."""

from dataclasses import dataclass

from django.db.models import Count
from wagtail.models import Page

from network.joining.invite import open_invitations
from network.joining.models import Invitation, JoinRequest
from network.organisations.models import Membership, OrganisationPage, Role
from network.organisations.running import may_run
from network.organisations.standing import StandingChange, may_set_standing
from network.users.models import User


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to the organisation, and how many pages there are theirs."""

    person: User
    membership: Membership
    owned: int
    is_reader: bool

    @property
    def is_coordinator(self) -> bool:
        """Whether they coordinate."""
        return self.membership.role == Role.COORDINATOR


@dataclass(frozen=True, slots=True)
class Sheet:
    """An organisation's people as one of them, or somebody above, may see them.

    Addresses, invitations and requests are for who runs the organisation: else these lists are empty.
    """

    organisation: OrganisationPage
    reader: User
    runs: bool
    sets_standing: bool
    members: list[Member]
    invitations: list[Invitation]
    requests: list[JoinRequest]
    history: list[StandingChange]

    @property
    def own(self) -> Member | None:
        """The reader's own place, if they have one."""
        return next((member for member in self.members if member.is_reader), None)

    @property
    def is_coordinated(self) -> bool:
        """Whether somebody with an open account coordinates."""
        return any(member.is_coordinator and member.person.is_active for member in self.members)


def read_sheet(organisation: OrganisationPage, reader: User) -> Sheet:
    """Read it; the number of SQL queries does not depend on how many people there are."""
    runs = may_run(reader, organisation)
    asked = JoinRequest.objects.filter(at__isnull=True, organisation=organisation).exclude(person=reader)
    return Sheet(
        organisation=organisation,
        reader=reader,
        runs=runs,
        sets_standing=may_set_standing(reader, organisation),
        members=_members(organisation, reader),
        invitations=list(open_invitations(organisation).select_related("invited_by")) if runs else [],
        requests=list(asked.select_related("person", "organisation")) if runs else [],
        history=list(organisation.standing_changes.select_related("by")),
    )


def _members(organisation: OrganisationPage, reader: User) -> list[Member]:
    pages = Page.objects.descendant_of(organisation).order_by().values("owner")
    owned = {row["owner"]: row["pages"] for row in pages.annotate(pages=Count("pk"))}
    memberships = organisation.memberships.select_related("person").order_by(
        "-role", "person__first_name", "person__last_name", "pk"
    )  # coordinators before contributors
    return [
        Member(each.person, each, owned.get(each.person_id, 0), each.person_id == reader.pk) for each in memberships
    ]
