"""The people of a random world: visitors, members, contributors, coordinators, leaders, editor, administrators."""

from random import Random

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Region, Role, User
from network.organisations.membership import admit_member
from network.rights import ADMINISTRATORS, EDITORS
from tests.factories import UserFactory
from tests.leaks.facts import Viewer

LEADERS = 4


def make_people(chance: Random, organisations: list[OrganisationPage], regions: list[Region], circle: Group) -> None:
    """Make everybody; some belong to a circle that some privacy settings ask for."""
    members = [_person(f"member{number}") for number in range(3)]
    for organisation in organisations:
        for role, many in ((Role.COORDINATOR, 1), (Role.CONTRIBUTOR, 2)):
            for number in range(many):
                person = _person(f"{role}{number}-{organisation.slug}")
                admit_member(organisation, person, role)
                members.append(person)
    for number in range(LEADERS):
        leader = _person(f"leader{number}")
        appoint_leader(chance.choice(organisations), leader, chance.choice(regions))
        if chance.random() < 0.5:
            admit_member(chance.choice(organisations), leader)
        members.append(leader)
    for name in (EDITORS, ADMINISTRATORS):
        _person(name.split()[-1].lower()).groups.add(Group.objects.get(name=name))
    for person in chance.sample(members, len(members) // 4):
        person.groups.add(circle)


def _person(name: str) -> User:
    person: User = UserFactory(email=f"{name}@example.org", first_name=name, last_name="")
    return person


def make_viewers(chance: Random) -> list[Viewer]:
    """Log everybody in; some have typed one of the passwords."""
    visitors = [Viewer("visitor", Client()), Viewer("visitor with a password", Client())]
    known = [_viewer(user) for user in User.objects.order_by("pk")]
    locks = PageViewRestriction.objects.filter(restriction_type=PageViewRestriction.PASSWORD)
    passwords = list(locks.order_by("pk").values_list("pk", flat=True))
    for viewer in [visitors[1], *chance.sample(known, len(known) // 5)]:
        if passwords:
            _type(viewer, chance.choice(passwords))
    return visitors + known


def _viewer(user: User) -> Viewer:
    client = Client()
    client.force_login(user)
    memberships = user.memberships.all()
    login = PageViewRestriction.objects.filter(restriction_type=PageViewRestriction.LOGIN)
    circles = PageViewRestriction.objects.filter(groups__in=user.groups.all())
    return Viewer(
        name=user.first_name,
        client=client,
        key=user.pk,
        sections=frozenset(each.organisation_id for each in memberships),
        coordinates=frozenset(each.organisation_id for each in memberships if each.role == Role.COORDINATOR),
        leads=frozenset(user.leaderships.in_force().values_list("region__code", flat=True)),
        keeps=user.groups.filter(name__in=(EDITORS, ADMINISTRATORS)).exists(),
        passed=frozenset(each.pk for each in (*login, *circles)),
    )


def _type(viewer: Viewer, restriction: int) -> None:
    session = viewer.client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction]
    session.save()
    viewer.passed |= {restriction}
