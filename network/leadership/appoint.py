"""Appointing leaders: leadership rows, and the group that may review, always in step."""

from datetime import date

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g

from network.leadership.models import Leadership
from network.organisations.models import OrganisationPage
from network.regions.models import Region
from network.rights import LEADERS
from network.users.models import User


def check_appointment(person: User, since: date, until: date | None) -> None:
    """Raise ``ValidationError`` for a closed account or dates in the wrong order."""
    if not person.is_active:
        raise ValidationError({"person": _g("This account is closed; open it again first.")})
    if until and until < since:
        raise ValidationError({"until": _g("It ends before it begins.")})


@transaction.atomic
def appoint_leader(
    organisation: OrganisationPage, person: User, region: Region, since: date | None = None, until: date | None = None
) -> Leadership:
    """Let somebody lead a region for an organisation; return the leadership, which is found again when asked twice.

    Raises ``ValidationError`` for a closed account or dates in the wrong order.
    """
    begins = since or timezone.localdate()
    check_appointment(person, begins, until)
    leadership, _created = Leadership.objects.update_or_create(
        person=person, region=region, since=begins, defaults={"organisation": organisation, "until": until}
    )
    keep_reviewers_in_step(person)
    return leadership


@transaction.atomic
def end_leadership(leadership: Leadership) -> None:
    """Take a leadership back, as if it had not been given."""
    person = leadership.person
    leadership.delete()
    keep_reviewers_in_step(person)


def keep_reviewers_in_step(person: User) -> None:
    """Put a person into the leaders' group while they lead somewhere or will; else take them out."""
    group = Group.objects.get_or_create(name=LEADERS)[0]
    today = timezone.localdate()
    if person.leaderships.exclude(until__lt=today).exists():
        person.groups.add(group)
    else:
        person.groups.remove(group)


def keep_all_reviewers_in_step() -> None:
    """Put everybody in or out whose dates have passed since; two SQL queries when nothing changes.

    ``run_worker`` calls it, so that the group is right on the day on which a leadership begins or ends.
    """
    today = timezone.localdate()
    leading = set(Leadership.objects.exclude(until__lt=today).values_list("person", flat=True))
    in_group = set(User.objects.filter(groups__name=LEADERS).values_list("pk", flat=True))
    for person in User.objects.filter(pk__in=leading ^ in_group) if leading != in_group else ():
        keep_reviewers_in_step(person)
