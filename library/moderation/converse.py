"""Saying something about a submission."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _g

from library.moderation.conversation import Message
from library.moderation.events import Event, tell
from library.moderation.refusals import NotYours, Refusal
from library.moderation.routing import is_their_own, reviewers_of
from library.moderation.submissions import Submission
from network.models import Membership, User
from network.organisations.models import MAY_SET_STANDING


def is_on_the_authors_side(user: User, submission: Submission) -> bool:
    """Tell whether it is somebody's work, or their organisation's."""
    if is_their_own(user, submission):
        return True
    return Membership.objects.filter(organisation=submission.organisation_id, person=user).exists()


def is_on_the_reviewers_side(user: User, submission: Submission) -> bool:
    """Tell whether somebody reads what reviewers write among themselves: never the author's side.

    Those are the reviewers, who decided before, and administrators, who help where a review is stuck.
    """
    if not user.is_active or is_on_the_authors_side(user, submission):
        return False
    decided = submission.decisions.filter(by=user).exists()
    return user.has_perm(MAY_SET_STANDING) or decided or user.pk in reviewers_of(submission)


def may_converse(user: User, submission: Submission) -> bool:
    """Tell whether somebody takes part in the conversation, on either side."""
    return is_on_the_authors_side(user, submission) or is_on_the_reviewers_side(user, submission)


@transaction.atomic
def say(
    submission: Submission, author: User, text: str, *, is_internal: bool = False, mentions: Iterable[User] = ()
) -> Message:
    """Add something to the conversation, or a note for reviewers only; return it.

    Raises ``NotYours`` for strangers, for a note by somebody of the author's side, and for mentioning somebody who
    could not read it; ``Refusal`` for an empty text.
    """
    if not text.strip():
        raise Refusal(_g("Write something first."))
    readers = is_on_the_reviewers_side if is_internal else may_converse
    if not readers(author, submission):
        raise NotYours(_g("You do not take part in this conversation."))
    mentioned = list(mentions)
    for person in mentioned:
        if not readers(person, submission):
            raise NotYours(_g("%s cannot read this, so they cannot be mentioned.") % person)
    message = Message.objects.create(
        submission=submission, author=author, text=text.strip()[:5000], is_internal=is_internal
    )
    message.mentions.set(mentioned)
    tell(submission, Event.SAID, author, message=message)
    return message
