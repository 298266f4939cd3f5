"""Who is concerned by what happens to a submission, on either side."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.models import Page

from library.moderation.converse import is_on_the_authors_side
from library.moderation.routing import Routing, reviewers_of
from library.moderation.submissions import Stage, Submission
from network.models import Role, User


def answers_for(user: User, submission: Submission) -> bool:
    """Tell whether somebody belongs to the author's side and may still open the page in the editor."""
    page: Page | None = submission.page
    if page is None or not user.is_active or not is_on_the_authors_side(user, submission):
        return False
    return bool(page.permissions_for_user(user).can_edit())


def owners_of(submission: Submission) -> list[User]:
    """Return who is told what becomes of it: its author; if they have left, its owner, else the coordinators."""
    owner = submission.page.owner if submission.page else None
    for person in (submission.author, owner):
        if person is not None and answers_for(person, submission):
            return [person]
    coordinators = User.objects.filter(
        memberships__organisation=submission.organisation_id, memberships__role=Role.COORDINATOR, is_active=True
    )
    return list(coordinators)


def reviewers(submission: Submission) -> QuerySet[User]:
    """Return those who may decide on it and have not approved it already."""
    approved = submission.decisions.filter(kind="approve", revision=submission.revision_id).values("by")
    return User.objects.filter(pk__in=reviewers_of(submission)).exclude(pk__in=approved)


def new_reviewers(submission: Submission) -> QuerySet[User]:
    """Return those who review it since it was last escalated."""
    routing = Routing.read()
    before = Submission(
        pk=submission.pk,
        organisation_id=submission.organisation_id,
        author_id=submission.author_id,
        escalation=max(submission.escalation - 1, 0),
    )
    return User.objects.filter(pk__in=reviewers_of(submission, routing) - reviewers_of(before, routing))


def whose_turn_it_is(submission: Submission) -> Iterable[User]:
    """Return who has it, else all who could take it; nobody once it is decided."""
    if submission.stage != Stage.REVIEW:
        return []
    return [submission.claimed_by] if submission.claimed_by else reviewers(submission)


def speakers(submission: Submission, *, notes: bool) -> QuerySet[User]:
    """Return who has said something in the conversation, or in the notes among reviewers."""
    said = submission.messages.filter(is_internal=notes)
    return User.objects.filter(pk__in=said.values("author"), is_active=True)


def listening_reviewers(submission: Submission, *, notes: bool) -> Iterable[User]:
    """Return who hears of a message on the reviewers' side: who has it or has spoken or decided; else all of them."""
    involved = User.objects.filter(
        Q(pk__in=speakers(submission, notes=False).values("pk"))
        | Q(pk__in=speakers(submission, notes=True).values("pk"))
        | Q(pk__in=submission.decisions.values("by"))
        | Q(pk=submission.claimed_by_id),
        is_active=True,
    )
    found = [user for user in involved if not is_on_the_authors_side(user, submission)]
    return found or ([] if notes else whose_turn_it_is(submission))
