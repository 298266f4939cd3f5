"""How people want to be told: their choice for each group of kinds, and what follows from it for what waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from network.notifications.kinds import all_kinds
from network.notifications.models import Delivery, Notification, NotificationPreference
from network.users.models import User


@dataclass(frozen=True, slots=True)
class Group:
    """What people choose about. An essential one comes at once or once a day, never not at all."""

    name: str
    label: Promise | str
    is_essential: bool

    def allowed(self, wanted: Delivery) -> Delivery:
        """Return what is wanted, or the nearest to it that is offered."""
        return Delivery.DIGEST if self.is_essential and wanted == Delivery.NEVER else wanted


def all_groups() -> list[Group]:
    """Return every group, in the order in which its first kind was registered."""
    found: dict[str, Group] = {}
    for kind in all_kinds():
        found.setdefault(kind.group, Group(kind.group, kind.group_label, kind.is_essential))
    return list(found.values())


def choices_of(person: User) -> dict[str, Delivery]:
    """Return how somebody wants each group; one SQL query."""
    chosen = dict(NotificationPreference.objects.filter(person=person).values_list("group", "delivery"))
    return {group.name: group.allowed(Delivery(chosen.get(group.name, Delivery.AT_ONCE))) for group in all_groups()}


@transaction.atomic
def choose(person: User, choices: Mapping[str, Delivery]) -> None:
    """Keep how somebody wants these groups; groups that nobody knows are passed over."""
    for group in all_groups():
        if group.name in choices:
            NotificationPreference.objects.update_or_create(
                person=person, group=group.name, defaults={"delivery": group.allowed(choices[group.name])}
            )


def stop(person: User, groups: Iterable[str]) -> None:
    """End mails about these groups, or put what is essential into the daily one."""
    choose(person, dict.fromkeys(groups, Delivery.NEVER))


def with_delivery(notifications: QuerySet[Notification]) -> QuerySet[Any]:
    """Add ``delivery`` to each: how its recipient wants it now."""
    kinds = all_kinds()
    essential = [kind.name for kind in kinds if kind.is_essential]
    group_of_kind = Case(
        *(When(kind=kind.name, then=Value(kind.group)) for kind in kinds),
        default=Value(""),
        output_field=CharField(),
    )
    chosen = NotificationPreference.objects.filter(person=OuterRef("recipient"), group=OuterRef("group"))
    wanted = Coalesce(Subquery(chosen.values("delivery")[:1]), Value(str(Delivery.AT_ONCE)))
    within_reason = Case(
        When(wanted=Delivery.NEVER, kind__in=essential, then=Value(str(Delivery.DIGEST))), default=F("wanted")
    )
    return notifications.annotate(group=group_of_kind).annotate(wanted=wanted).annotate(delivery=within_reason)
