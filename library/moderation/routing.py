"""Who reviews what: the nearest leaders, never the author, and nobody of the same organisation if anybody else can.

Nothing of it is stored, so that it follows leaderships and memberships at once. A leader who ends is replaced by the
next one above the moment the date passes.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.db.models import Case, F, Q, QuerySet, Value, When

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.submissions import Escalation, Stage, Submission, SubmissionRegion
from network.leadership.territory import Territories
from network.models import Membership, User
from network.rights import EDITORS


class Conflict(NamedTuple):
    """What keeps people from reviewing, where it is a reviewer's: the organisation, and having sent or owning it."""

    organisation: int | None
    author: int | None
    owner: int | None = None
    escalation: int = Escalation.NONE

    @property
    def authors(self) -> frozenset[int | None]:
        """Whose work it is."""
        return frozenset({self.author, self.owner})


class Territory(NamedTuple):
    """The regions somebody reviews: as anybody's, or a colleague's because no stranger does; and what strangers do."""

    own: frozenset[int]
    by_default: frozenset[int]
    of_strangers: frozenset[int]


@dataclass(frozen=True)
class Routing:
    """Territories, editors and the organisations of both, read once; then every question is answered in memory."""

    territories: Territories
    editors: frozenset[int]
    members: dict[int, frozenset[int]] = field(default_factory=dict)  # organisation → those of its people who review

    @classmethod
    def read(cls) -> "Routing":
        """Read what routing depends on; four SQL queries."""
        territories = Territories.read()
        editors = frozenset(User.objects.filter(groups__name=EDITORS, is_active=True).values_list("pk", flat=True))
        reviewers = editors.union(*territories.leaders.values())
        members: dict[int, frozenset[int]] = {}
        rows = Membership.objects.filter(person__in=reviewers).values_list("organisation_id", "person_id")
        for organisation, person in rows:
            members[organisation] = members.get(organisation, frozenset()) | {person}
        return cls(territories, editors, members)

    @cached_property
    def reviewers(self) -> frozenset[int]:
        """Everybody who reviews anything."""
        return self.editors.union(*self.territories.leaders.values())

    def of_regions(self, regions: Iterable[int], conflict: Conflict) -> frozenset[int]:
        """Return who reviews what is about these regions: the leaders of each; colleagues where there is no other."""
        regions = list(regions)
        strangers = self._excluded(conflict)
        found = frozenset[int]().union(*(self._outside(region, strangers, conflict) for region in regions))
        authors = conflict.authors
        return found or frozenset[int]().union(*(self._outside(region, authors, conflict) for region in regions))

    def territory(self, person: int, conflict: Conflict) -> "Territory":
        """Return the regions that somebody reviews, given who wrote and for whom."""
        strangers = self._excluded(conflict)
        by_strangers = {region: self._outside(region, strangers, conflict) for region in self.territories.parents}
        by_colleagues = (
            region
            for region, reviewers in by_strangers.items()
            if not reviewers and person in self._outside(region, conflict.authors, conflict)
        )
        return Territory(
            own=frozenset(region for region, reviewers in by_strangers.items() if person in reviewers),
            by_default=frozenset(by_colleagues),
            of_strangers=frozenset(region for region, reviewers in by_strangers.items() if reviewers),
        )

    def _excluded(self, conflict: Conflict) -> frozenset[int | None]:
        return conflict.authors | self.members.get(conflict.organisation or 0, frozenset())

    def _outside(self, region: int, excluded: Set[int | None], conflict: Conflict) -> frozenset[int]:
        levels = 1 if conflict.escalation == Escalation.NONE else 2
        found = self.territories.nearest(region, excluded, levels)
        if not found or conflict.escalation >= Escalation.EDITORS:
            found |= self.editors - excluded
        return found

    def conflict_of(self, submission: Submission) -> Conflict:
        """Return what is in the way of whom for a submission."""
        organisation = submission.organisation_id
        author, owner = (key if key in self.reviewers else None for key in (submission.author_id, owner_of(submission)))
        return Conflict(organisation if organisation in self.members else None, author, owner, submission.escalation)


def owner_of(submission: Submission) -> int | None:
    """Return the key of whose page it is, whoever sent it."""
    return submission.page.owner_id if submission.page else None


def is_their_own(user: User, submission: Submission) -> bool:
    """Tell whether somebody sent a submission, or its page is theirs."""
    return user.pk in (submission.author_id, owner_of(submission))


def reviewers_of(submission: Submission, routing: Routing | None = None) -> frozenset[int]:
    """Return the keys of those who may decide on a submission now; superusers beside them. Five SQL queries."""
    routing = routing or Routing.read()
    regions = SubmissionRegion.objects.filter(submission=submission).values_list("region_id", flat=True)
    return routing.of_regions(regions, routing.conflict_of(submission))


def may_review(user: User, submission: Submission) -> bool:
    """Tell whether somebody may decide: never on their own work, nor once they have approved this revision."""
    if not user.is_active or is_their_own(user, submission) or has_approved(user, submission):
        return False
    return user.is_superuser or user.pk in reviewers_of(submission)


def has_approved(user: User, submission: Submission) -> bool:
    """Tell whether somebody is the first of the two reviewers of this revision."""
    approvals = Decision.objects.filter(submission=submission, kind=DecisionKind.APPROVE, by=user)
    return approvals.filter(revision=submission.revision_id).exists()


def reviewable_by(user: User, submissions: QuerySet[Submission] | None = None) -> QuerySet[Submission]:
    """Return the submissions that wait for somebody's decision; six SQL queries beside that of the result."""
    if submissions is None:
        submissions = Submission.objects.all()
    approved = Decision.objects.filter(by=user, kind=DecisionKind.APPROVE, revision=F("submission__revision"))
    waiting = submissions.filter(stage=Stage.REVIEW).exclude(pk__in=approved.values("submission"))
    of_others = waiting.exclude(author=user).exclude(page__owner=user)
    return of_others if user.is_superuser else of_others.filter(in_territory(user.pk, waiting))


def in_territory(person: int, submissions: QuerySet[Submission], routing: Routing | None = None) -> Q:
    """Return the condition that keeps what is somebody's to review out of these submissions."""
    routing = routing or Routing.read()
    condition = Q(pk__in=())
    for conflict in _conflicts(submissions, routing):
        territory = routing.territory(person, conflict)
        mine = _about(territory.own) | (_about(territory.by_default) & ~_about(territory.of_strangers))
        condition |= mine & _same(conflict, routing)
    return condition


def _about(regions: frozenset[int]) -> Q:
    return (
        Q(pk__in=SubmissionRegion.objects.filter(region__in=regions).values("submission")) if regions else Q(pk__in=())
    )


def _conflicts(submissions: QuerySet[Submission], routing: Routing) -> Iterator[Conflict]:
    """Yield what conflicts there are among submissions; most have none and are one row."""
    with_members = Case(When(organisation__in=routing.members, then=F("organisation_id")), default=Value(None))
    authors = Case(When(author__in=routing.reviewers, then=F("author_id")), default=Value(None))
    owners = Case(When(page__owner__in=routing.reviewers, then=F("page__owner_id")), default=Value(None))
    rows = submissions.order_by().values_list(with_members, authors, owners, "escalation").distinct()
    return (Conflict(*row) for row in rows)


def _same(conflict: Conflict, routing: Routing) -> Q:
    organisation = (
        Q(organisation=conflict.organisation)
        if conflict.organisation
        else ~Q(organisation__in=routing.members) | Q(organisation__isnull=True)
    )
    author, owner = _is("author", conflict.author, routing), _is("page__owner", conflict.owner, routing)
    return organisation & author & owner & Q(escalation=conflict.escalation)


def _is(whose: str, reviewer: int | None, routing: Routing) -> Q:
    if reviewer:
        return Q(**{whose: reviewer})
    return ~Q(**{f"{whose}__in": routing.reviewers}) | Q(**{f"{whose}__isnull": True})
