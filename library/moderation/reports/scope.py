"""Whose figures somebody sees: administrators everybody's, leaders those of the regions they lead."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from library.moderation.submissions import Submission, SubmissionRegion
from network.leadership.territory import Territories
from network.models import Region, User
from network.organisations.models import MAY_SET_STANDING


@dataclass(frozen=True, slots=True)
class Scope:
    """Regions, with everything below them, or the whole network where ``regions`` is ``None``."""

    regions: frozenset[int] | None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self.regions is None

    def submissions(self) -> QuerySet[Submission]:
        """Return the submissions about these regions."""
        return Submission.objects.filter(self.of_submissions())

    def of_submissions(self, key: str = "pk") -> Q:
        """Return the condition on submissions, or on what belongs to one by ``key``."""
        return Q() if self.regions is None else about_regions(self.regions, key)

    def places(self) -> QuerySet[Region]:
        """Return the regions themselves."""
        everywhere = Region.objects.all()
        return everywhere if self.regions is None else everywhere.filter(pk__in=self.regions)

    def place(self, code: str) -> Region | None:
        """Return the region of this code, if it is one of these; ``code`` is whatever an address says."""
        if not code.isprintable():  # PostgreSQL takes no NUL, not even to look for it
            return None
        return self.places().prefetch_related("names").filter(code=code).first()


def highest(scope: Scope) -> list[Region]:
    """Return what stands highest of what somebody sees: the world, or the regions they lead. Two SQL queries."""
    places = scope.places()
    tops = places.exclude(parent__in=places.order_by().values("pk"))
    return list(tops.prefetch_related("names").order_by("name"))


def about_regions(regions: frozenset[int], key: str = "pk") -> Q:
    """Return the condition that keeps what is about one of these regions."""
    return Q(**{f"{key}__in": SubmissionRegion.objects.filter(region__in=regions).values("submission")})


def sees_everything(user: User | AnonymousUser) -> bool:
    """Tell whether somebody looks after the whole network."""
    return user.is_active and user.has_perm(MAY_SET_STANDING)


def sees_reports(user: User | AnonymousUser) -> bool:
    """Tell whether there is anything in the reports for somebody."""
    if not isinstance(user, User):
        return False
    return sees_everything(user) or (user.is_active and user.leaderships.in_force().exists())


def scope_of(user: User) -> Scope:
    """Return what somebody sees; raises ``PermissionDenied`` for who neither administers nor leads today."""
    if sees_everything(user):
        return Scope(None)
    led = frozenset(user.leaderships.in_force().values_list("region_id", flat=True)) if user.is_active else frozenset()
    if not led:
        raise PermissionDenied
    return Scope(below(led, Territories.read()))


def below(regions: frozenset[int], territories: Territories) -> frozenset[int]:
    """Return these regions and everything that is part of them."""
    return frozenset(region for region in territories.parents if not regions.isdisjoint(territories.above(region)))
