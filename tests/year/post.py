"""The mails of the year: each goes to somebody who may know it at that moment, once, and tells nobody's secrets."""

from collections.abc import Callable
from random import Random
from typing import Any

from django.core import mail
from django.utils import timezone

from library.models import Appeal, Decision, Message, ResourcePage, Submission
from network.models import Notification, NotificationPreference, NotificationState, User
from network.notifications.models import Delivery
from network.notifications.send import send_waiting
from tests.year import oracle
from tests.year.cast import Cast
from tests.year.ledger import Ledger
from tests.year.reviewers import SECRET


class Post:
    """Sends what waits every evening, and looks at every mail and every line of it."""

    def __init__(self, random: Random, cast: Cast, ledger: Ledger) -> None:
        """Let one in five read their mails once a day, and begin with an empty box."""
        self._ledger, self._names = ledger, set[str]()
        mail.outbox = []
        for person in cast.everybody:
            if random.random() < 0.2:
                group = random.choice(["reviewing", "conversations", "own-decisions"])
                NotificationPreference.objects.create(person=person, group=group, delivery=Delivery.DIGEST)

    def deliver(self) -> None:
        """Send, and judge what was sent."""
        self._ledger.figures["mails"] += send_waiting()
        told = Notification.objects.filter(state=NotificationState.SENT, sent_at=timezone.now())
        for notification in told.select_related("recipient"):
            right = may_know(notification.recipient, notification.about)
            self._ledger.expect(f"{notification} was mailed without right", right)
        for each in mail.outbox:
            self._look_at(each)
        mail.outbox.clear()

    def _look_at(self, sent: Any) -> None:
        name = sent.extra_headers["Message-ID"]
        self._ledger.expect(f"{name} was sent twice", name not in self._names)
        self._names.add(name)
        if SECRET in str(sent.body):
            person = User.objects.get(email=sent.to[0])
            noted = Message.objects.filter(text__contains=SECRET).select_related("submission")
            self._ledger.expect(
                f"{person} was mailed a note among reviewers",
                any(oracle.reads_notes(person, message.submission) for message in noted),
            )


def may_know(person: User, about: Any) -> bool:
    """Tell whether somebody may be told about a thing, worked out from the words of the design."""
    return person.is_active and about is not None and RIGHTS[type(about)](person, about)


def _about_appeal(person: User, appeal: Appeal) -> bool:
    submission = appeal.decision.submission
    concerned = oracle.is_on_the_authors_side(person, submission) or person.pk in (appeal.by_id, appeal.answered_by_id)
    return concerned or oracle.may_answer(person, appeal)


def _about_message(person: User, message: Message) -> bool:
    if message.is_internal:
        return oracle.reads_notes(person, message.submission)
    return oracle.converses(person, message.submission)


RIGHTS: dict[type, Callable[[User, Any], bool]] = {
    Submission: oracle.converses,
    Decision: lambda person, decision: oracle.converses(person, decision.submission),
    Message: _about_message,
    Appeal: _about_appeal,
    ResourcePage: lambda person, page: person in oracle.caretakers(page),
}
