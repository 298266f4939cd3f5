"""Who answers an appeal: leaders of other regions who had no part in the decision, else the network's editors."""

from django.db.models import QuerySet

from library.moderation.after_publication import Appeal
from library.moderation.decisions import Decision
from library.moderation.routing import Conflict, Routing
from library.moderation.submissions import SubmissionRegion
from network.models import Membership, User


def answerers_of(appeal: Appeal, routing: Routing | None = None) -> frozenset[int]:
    """Return the keys of those who may answer an appeal; administrators beside them."""
    routing = routing or Routing.read()
    involved = involved_in(appeal)
    leaders = frozenset[int]().union(*routing.territories.leaders.values())
    of_other_regions = leaders - _deciding_region(appeal, routing) - involved
    return of_other_regions or routing.editors - involved


def involved_in(appeal: Appeal) -> frozenset[int | None]:
    """Return who had a part in it: whoever decided anything about it, its author, and the author's colleagues."""
    submission = appeal.decision.submission
    decided = Decision.objects.filter(submission=submission).values_list("by_id", flat=True)
    colleagues = Membership.objects.filter(organisation=submission.organisation_id).values_list("person_id", flat=True)
    owner = submission.page.owner_id if submission.page else None
    return frozenset({*decided, *colleagues, submission.author_id, owner, appeal.by_id})


def _deciding_region(appeal: Appeal, routing: Routing) -> frozenset[int]:
    """Return the leaders of the region that decided, whoever of them it was."""
    submission = appeal.decision.submission
    regions = SubmissionRegion.objects.filter(submission=submission).values_list("region_id", flat=True)
    nobody = Conflict(None, None)
    return routing.of_regions(regions, nobody) & frozenset[int]().union(*routing.territories.leaders.values())


def may_answer(user: User, appeal: Appeal) -> bool:
    """Tell whether somebody may answer an appeal now."""
    if not user.is_active or user.pk in involved_in(appeal):
        return False
    return user.is_superuser or user.pk in answerers_of(appeal)


def waiting_appeals() -> QuerySet[Appeal]:
    """Return the appeals that nobody has answered, oldest first."""
    waiting = Appeal.objects.filter(at__isnull=True).select_related("decision__submission__organisation", "by")
    return waiting.select_related("decision__submission__page", "decision__by").order_by("made_at", "pk")


def appeals_for(user: User) -> list[Appeal]:
    """Return the appeals that somebody may answer, oldest first; appeals are few, each is looked at."""
    routing = Routing.read()
    return [
        appeal
        for appeal in waiting_appeals()
        if user.pk not in involved_in(appeal) and (user.is_superuser or user.pk in answerers_of(appeal, routing))
    ]
