"""A submission: what was sent for review, from the first sending until it is decided, and through every return."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState

from network.models import OrganisationPage, Region


class Stage(models.TextChoices):
    """Where a submission stands."""

    CHECKS = "checks", _("Being checked")
    REVIEW = "review", _("In review")
    SENT_BACK = "sent-back", _("Changes asked for")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    UNPUBLISHED = "unpublished", _("Unpublished")


OPEN_STAGES = (Stage.CHECKS, Stage.REVIEW, Stage.SENT_BACK)


class Escalation(models.IntegerChoices):
    """Who sees a submission beside the nearest leaders, because nobody has answered in time."""

    NONE = 0, _("Nearest leaders")
    REGION_ABOVE = 1, _("And the region above")
    EDITORS = 2, _("And the network's editors")


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Submissions by where they stand."""

    def open(self) -> Self:
        """Those that are not decided yet."""
        return self.filter(stage__in=OPEN_STAGES)

    def awaiting_review(self) -> Self:
        """Those that wait for a person to decide."""
        return self.filter(stage=Stage.REVIEW)

    def overdue(self) -> Self:
        """Those that wait for a person longer than they should."""
        return self.awaiting_review().filter(due_at__lt=timezone.now())

    def oldest_due_first(self) -> Self:
        """In the order in which they should be decided."""
        return self.order_by("due_at", "submitted_at", "pk")


class Submission(models.Model):
    """A page that was sent for review. It outlives the page, because what was decided about it does.

    ``title``, ``type_key`` and ``language`` are those of the revision that was sent, so that lists need no revision.
    One run of Wagtail's workflow belongs to one submission; a page that was declined or taken back and is sent again
    goes on in the same one, with its conversation.
    """

    page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="submissions", verbose_name=_("page"))
    organisation = models.ForeignKey(
        OrganisationPage, models.SET_NULL, null=True, related_name="sent_for_review", verbose_name=_("organisation")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="submissions", verbose_name=_("sent by")
    )
    title = models.CharField(_("title"), max_length=255)
    type_key = models.CharField(_("type"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    regions = models.ManyToManyField(
        Region, through="library.SubmissionRegion", related_name="submissions", verbose_name=_("regions")
    )
    workflow_state = models.OneToOneField(WorkflowState, models.SET_NULL, null=True, related_name="submission")
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="+", verbose_name=_("what was sent")
    )

    stage = models.CharField(_("stage"), max_length=11, choices=Stage, default=Stage.CHECKS)
    stage_since = models.DateTimeField(_("since"), default=timezone.now)
    opened_at = models.DateTimeField(_("first sent"), default=timezone.now)
    submitted_at = models.DateTimeField(_("last sent"), default=timezone.now)
    round = models.PositiveSmallIntegerField(_("times sent"), default=1)
    first_answer_at = models.DateTimeField(_("first answered"), null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)

    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="claims", verbose_name=_("with")
    )
    claimed_at = models.DateTimeField(_("with them since"), null=True)
    due_at = models.DateTimeField(_("due"), null=True)
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0)
    escalation = models.PositiveSmallIntegerField(_("escalation"), choices=Escalation, default=Escalation.NONE)
    approvals_needed = models.PositiveSmallIntegerField(_("reviewers needed"), default=1)

    objects: ClassVar = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=["stage", "due_at"], name="submission_stage_and_due"),
            models.Index(fields=["organisation", "stage"], name="submission_of_organisation"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="submission_stage_known"),
            models.UniqueConstraint(
                fields=["page"], condition=Q(stage__in=OPEN_STAGES), name="submission_one_open_per_page"
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True) | Q(stage=Stage.REVIEW), name="submission_claimed_in_review_only"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it is not decided yet."""
        return self.stage in OPEN_STAGES

    @property
    def is_overdue(self) -> bool:
        """Whether it waits for a person longer than it should."""
        return self.stage == Stage.REVIEW and self.due_at is not None and self.due_at < timezone.now()


class SubmissionRegion(models.Model):
    """A region whose leaders a submission concerns."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "region"], name="submission_region_once")]

    def __str__(self) -> str:
        return f"{self.submission_id} – {self.region}"
