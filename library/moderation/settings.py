"""What administrators set about reviewing."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="time", order=310)
class ModerationSettings(BaseGenericSetting):
    """Days are working days, Monday to Friday, counted from when a submission reaches its reviewers."""

    due_days = models.PositiveSmallIntegerField(
        _("days to decide"), default=5, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    remind_before = models.PositiveSmallIntegerField(_("remind this many days before"), default=1)
    remind_after = models.PositiveSmallIntegerField(_("remind again this many days after"), default=1)
    escalate_after = models.PositiveSmallIntegerField(
        _("ask the region above this many days after"),
        default=3,
        help_text=_("And the network's editors when as many have passed again."),
    )
    reviewers_of_new = models.PositiveSmallIntegerField(
        _("reviewers for a new organisation"), default=2, validators=[MinValueValidator(1), MaxValueValidator(3)]
    )
    sample_percent = models.PositiveSmallIntegerField(
        _("percentage looked at afterwards"),
        default=10,
        validators=[MaxValueValidator(100)],
        help_text=_("Of what trusted organisations publish."),
    )
    known_after = models.PositiveSmallIntegerField(
        _("accepted until a new organisation may be known"), default=5, validators=[MinValueValidator(1)]
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("accepted until a known organisation may be trusted"), default=20, validators=[MinValueValidator(1)]
    )
    raise_percent = models.PositiveSmallIntegerField(
        _("percentage sent back, at most, for more trust"), default=10, validators=[MaxValueValidator(100)]
    )
    lower_percent = models.PositiveSmallIntegerField(
        _("percentage sent back, at least, for less trust"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    lower_after = models.PositiveSmallIntegerField(
        _("answers, at least, before less trust is proposed"), default=5, validators=[MinValueValidator(1)]
    )
    review_after_months = models.PositiveSmallIntegerField(
        _("months until it is looked at again"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("After this time owners are asked whether what they published is still right."),
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("due_days", "remind_before", "remind_after", "escalate_after")],
            heading=_("Time to decide, in working days"),
        ),
        MultiFieldPanel(
            [FieldPanel("reviewers_of_new"), FieldPanel("sample_percent")], heading=_("How closely is reviewed")
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in ("known_after", "trusted_after", "raise_percent", "lower_percent", "lower_after")
            ],
            heading=_("When another trust level is proposed"),
            help_text=_("An administrator decides on each proposal. Counted is since trust was last decided on."),
        ),
        FieldPanel("review_after_months"),
    ]

    class Meta:
        verbose_name = _("review settings")
