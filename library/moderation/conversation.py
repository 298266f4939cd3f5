"""The conversation about a submission, which both sides read, and the notes that only reviewers read."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from library.moderation.submissions import Submission


class Message(models.Model):
    """Something said about a submission; kept over every return."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="messages", verbose_name=_("submission"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    text = models.TextField(_("message"), max_length=5000)
    is_internal = models.BooleanField(_("only for reviewers"), default=False)
    posted_at = models.DateTimeField(_("at"), default=timezone.now)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("mentions"))

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["posted_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
