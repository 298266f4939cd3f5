"""Where somebody sits at a submission: on its author's side, on the reviewers', or nowhere near it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from library.moderation.converse import is_on_the_authors_side, is_on_the_reviewers_side
from library.moderation.routing import may_review, reviewers_of
from library.moderation.submissions import Stage, Submission
from network.models import User


@dataclass(frozen=True, slots=True)
class Seat:
    """What somebody sees of a submission: its conversation; notes and record with ``reviews``; the decision form."""

    user: User
    reviews: bool
    may_decide: bool


def take_seat(request: HttpRequest, submission: Submission) -> Seat:
    """Return the seat of the person behind a request; raises ``PermissionDenied`` for strangers."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    reviews = is_on_the_reviewers_side(user, submission)
    if not reviews and not is_on_the_authors_side(user, submission):
        raise PermissionDenied
    return Seat(user, reviews, reviews and submission.stage == Stage.REVIEW and may_review(user, submission))


def colleagues(submission: Submission) -> QuerySet[User]:
    """Return those whose turn it can be: the reviewers of a submission who have not approved it already."""
    people = User.objects.filter(pk__in=reviewers_of(submission), is_active=True)
    approved = submission.decisions.filter(kind="approve", revision=submission.revision_id).values("by")
    return people.exclude(pk__in=approved).order_by("first_name", "last_name", "email")


def people_to_mention(submission: Submission, *, is_internal: bool) -> QuerySet[User]:
    """Return who can be named in a message: reviewers, and the author's side unless it is a note among reviewers."""
    people = Q(pk__in=reviewers_of(submission))
    if not is_internal:
        people |= Q(pk=submission.author_id) | Q(memberships__organisation=submission.organisation_id)
    return User.objects.filter(people, is_active=True).distinct().order_by("first_name", "last_name", "email")
