"""Telling people something: a row each, in the transaction of what happened; sending comes later."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from network.notifications.kinds import Kind
from network.notifications.models import Notification
from network.notifications.send import send_quietly
from network.users.models import User

_is_quiet: ContextVar[bool] = ContextVar("is_quiet", default=False)


@contextmanager
def telling_nobody() -> Iterator[None]:
    """Tell nobody anything meanwhile: what is loaded as an example happened to no one."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def notify(
    kind: Kind, recipients: Iterable[User], about: Model, *, key: str, data: Mapping[str, Any] | None = None
) -> None:
    """Tell each of these people once; ``key`` says what is the same thing. Closed accounts are told nothing."""
    if _is_quiet.get():
        return
    about_type = ContentType.objects.get_for_model(about)
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=person,
                kind=kind.name,
                key=f"{kind.name}:{key}",
                about_type=about_type,
                about_id=about.pk,
                data=dict(data or {}),
            )
            for person in recipients
            if person.is_active
        ],
        ignore_conflicts=True,
    )
    if settings.MAILS_SENT == "immediate":
        transaction.on_commit(send_quietly)
