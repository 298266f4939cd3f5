"""What was decided, by whom, when, why and on which revision; written once and never changed."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Revision

from library.moderation.submissions import Submission


class DecisionKind(models.TextChoices):
    """What can be decided."""

    CHECKS_BLOCK = "checks-block", _("Sent back by the automatic checks")
    APPROVE = "approve", _("Approved by one of two reviewers")
    PUBLISH = "publish", _("Published")
    CHANGES = "changes", _("Changes asked for")
    DECLINE = "decline", _("Declined")
    WITHDRAW = "withdraw", _("Withdrawn")
    UNPUBLISH = "unpublish", _("Unpublished")
    RESTORE = "restore", _("Published again after an appeal")
    REOPEN = "reopen", _("Reviewed again after an appeal")
    UPHOLD = "uphold", _("Appeal rejected")
    STILL_RIGHT = "still-right", _("Found still right")
    DIRECT = "direct", _("Published without review by an administrator")
    IMPORT = "import", _("Imported")


class DecisionReason(models.Model):
    """A reason to choose from the list that editors keep, for one kind of decision."""

    kind = models.CharField(_("for"), max_length=12, choices=DecisionKind)
    label = models.CharField(_("reason"), max_length=120, help_text=_("In English, as said to the contributor."))
    label_nl = models.CharField(_("reason in Dutch"), max_length=120, blank=True)
    is_active = models.BooleanField(_("offered"), default=True, help_text=_("Untick instead of deleting a reason."))
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels: ClassVar[list[Any]] = [
        FieldPanel("kind"),
        FieldPanel("label"),
        FieldPanel("label_nl"),
        FieldPanel("is_active"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = _("reason for a decision")
        verbose_name_plural = _("reasons for decisions")
        ordering = ["kind", "sort_order", "label"]
        constraints = [models.UniqueConstraint(fields=["kind", "label"], name="decision_reason_once")]

    def __str__(self) -> str:
        return (self.label_nl if (get_language() or "").startswith("nl") else "") or self.label


class LogIsReadOnly(TypeError):
    """Somebody tried to change or delete a line of the log."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Lines of the log: to read and to add. Deleting an account empties ``by``, on a way of Django's own."""

    def update(self, **values: Any) -> int:
        """Refuse: raises ``LogIsReadOnly``."""
        raise LogIsReadOnly("Decisions are not changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: raises ``LogIsReadOnly``."""
        raise LogIsReadOnly("Decisions are not deleted.")


class Decision(models.Model):
    """A line of the log. ``by`` is empty where the site itself decided; ``by_name`` outlives the account.

    ``field_notes`` maps names of fields to what was said about them; ``revision_id`` may outlive the revision.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="decisions", verbose_name=_("submission"))
    kind = models.CharField(_("decision"), max_length=12, choices=DecisionKind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="decisions", verbose_name=_("by")
    )
    by_name = models.CharField(_("name"), max_length=320, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    reasons = models.ManyToManyField(DecisionReason, related_name="decisions", verbose_name=_("reasons"))
    words = models.TextField(_("in their words"), blank=True)
    field_notes = models.JSONField(_("about fields"), default=dict, blank=True)
    revision = models.ForeignKey(
        Revision, models.DO_NOTHING, null=True, db_constraint=False, related_name="+", verbose_name=_("revision")
    )
    round = models.PositiveSmallIntegerField(_("time sent"), default=1)

    objects: ClassVar = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], name="decision_at")]
        constraints = [models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="decision_kind_known")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.submission}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new line; raises ``LogIsReadOnly`` for one that is written."""
        if not self._state.adding:
            raise LogIsReadOnly("Decisions are not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: raises ``LogIsReadOnly``."""
        raise LogIsReadOnly("Decisions are not deleted.")
