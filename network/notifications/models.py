"""Notifications wait in the database until they are mailed; how each person wants them."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotificationState(models.TextChoices):
    """What became of a notification."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    WITHHELD = "withheld", _("Not sent: no longer theirs to know, or not wanted")
    INTERRUPTED = "interrupted", _("Interrupted while it was sent; not repeated, lest it arrives twice")
    FAILED = "failed", _("Refused by the mail server")


class Notification(models.Model):
    """One thing to tell one person. ``key`` makes telling it twice the same as once.

    ``data`` holds keys and short words, never what is private: that is read when it is sent, within the rights of then.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", verbose_name=_("to")
    )
    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(max_length=200)
    about_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    about_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("about_type", "about_id")
    data: Any = models.JSONField(default=dict)
    state = models.CharField(
        _("state"), max_length=11, choices=NotificationState, default=NotificationState.WAITING, db_index=True
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    claimed_at = models.DateTimeField(_("being sent since"), null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)

    objects: ClassVar[models.Manager["Notification"]] = models.Manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "key"], name="notification_once"),
            models.CheckConstraint(condition=Q(state__in=NotificationState.values), name="notification_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.recipient}"


class Delivery(models.TextChoices):
    """When somebody wants to be told."""

    AT_ONCE = "at-once", _("At once")
    DIGEST = "digest", _("Once a day, in one mail")
    NEVER = "never", _("Never")


class NotificationPreference(models.Model):
    """How somebody wants one group of notifications; without a row, at once."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notification_preferences", verbose_name=_("person")
    )
    group = models.CharField(_("about"), max_length=40)
    delivery = models.CharField(_("when"), max_length=7, choices=Delivery, default=Delivery.AT_ONCE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "group"], name="notification_preference_once"),
            models.CheckConstraint(condition=Q(delivery__in=Delivery.values), name="notification_delivery_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.group} {self.delivery}"
