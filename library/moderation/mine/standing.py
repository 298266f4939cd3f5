"""Where somebody's own resources stand: what the last submission says, and whether there is a published text."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage
from network.models import OrganisationPage, User


class Standing(TextChoices):
    """What a contributor sees, in the order in which it needs them."""

    SENT_BACK = "sent-back", _("Sent back to you")
    REVIEW = "review", _("In review")
    CHECKS = "checks", _("Being checked")
    DRAFT = "draft", _("Draft")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    UNPUBLISHED = "unpublished", _("Unpublished")
    PUBLISHED = "published", _("Published")


WHILE_OPEN = (Standing.SENT_BACK, Standing.REVIEW, Standing.CHECKS)
OVER = (Standing.DECLINED, Standing.WITHDRAWN, Standing.UNPUBLISHED)


OwnPages = QuerySet[Any]  # of ResourcePage, with ``standing``, ``submission_key`` and ``order``


def own_resources(user: User) -> OwnPages:
    """Return what somebody may edit in the sections of their organisations, with ``standing``; one SQL query.

    A contributor has what they made, a coordinator what is in the section. ``submission_key`` is that of the last
    submission; ``order`` sorts by what needs them first.
    """
    last = Submission.objects.filter(page=OuterRef("pk")).order_by("-pk")
    pages = ResourcePage.objects.filter(pk__in=_editable(user).values("pk")).filter(_in_sections_of(user))
    known = pages.annotate(
        submission_key=Subquery(last.values("pk")[:1]), last_stage=Subquery(last.values("stage")[:1])
    )
    order: Any = Case(
        *(When(standing=standing, then=Value(place)) for place, standing in enumerate(Standing)),
        output_field=IntegerField(),
    )
    found: OwnPages = known.annotate(standing=_standing()).annotate(order=order)
    return found.select_related("content_type")


def count_by_standing(pages: OwnPages) -> dict[str, int]:
    """Return how many of these there are in each standing, nought included; one SQL query."""
    rows = pages.order_by().values_list("standing").annotate(Count("pk"))
    return dict.fromkeys(Standing.values, 0) | dict(rows)


def _standing() -> Case:
    """Open submissions come first, since a published text can be under review again; then what readers see."""
    return Case(
        When(last_stage__in=[str(standing) for standing in WHILE_OPEN], then=F("last_stage")),
        When(live=True, then=Value(Standing.PUBLISHED)),
        When(last_stage__in=[str(standing) for standing in OVER], then=F("last_stage")),
        When(last_stage=Stage.PUBLISHED, then=Value(Standing.UNPUBLISHED)),
        default=Value(Standing.DRAFT),
    )


def _editable(user: User) -> Any:
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change"})


def _in_sections_of(user: User) -> Q:
    paths = OrganisationPage.objects.filter(people=user).values_list("path", flat=True)
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=()))
