"""EventPage: something that happens at a time, in the zone where it happens."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from library.resources.base import ResourcePage
from library.resources.needs import Need
from library.resources.panels import event_panels


def time_zone_choices() -> list[tuple[str, str]]:
    """Return every IANA zone with a place in its name, and UTC."""
    return [
        ("UTC", "UTC"),
        *(
            (name, name.replace("_", " "))
            for name in sorted(available_timezones())
            if "/" in name and not name.startswith("Etc/")
        ),
    ]


class EventPage(ResourcePage):
    """A meeting, course or webinar; wall-clock times and their zone are kept as they were given."""

    template = "library/event_page.html"
    page_description = _("Something to attend: a meeting, a course day, a webinar; also afterwards, with its recording")
    type_key = "event"
    icon_name = "date"
    grows_old = False  # what is over is over
    needs = (Need(("start_date",), _("Say when it is.")),)

    start_date = models.DateField(_("first day"), null=True)
    start_time = models.TimeField(_("starts at"), null=True, blank=True, help_text=_("Leave empty for a whole day."))
    end_date = models.DateField(_("last day"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=40, choices=time_zone_choices, default="UTC", help_text=_("Where the clock hangs.")
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    online_link = models.URLField(_("link to join"), max_length=2000, blank=True)
    recording_link = models.URLField(_("recording"), max_length=2000, blank=True)

    content_panels: list[Any] = event_panels()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")), name="event_ends_after_it_starts"
            )
        ]

    def parts(self) -> list[str]:
        """Return the place."""
        return [self.place]

    @property
    def starts_at(self) -> datetime | None:
        """The start as an aware moment; whole days start at midnight of their zone."""
        return self._moment(self.start_date, self.start_time)

    @property
    def ends_at(self) -> datetime | None:
        """The end as an aware moment; whole days end just before the next midnight of their zone."""
        return self._moment(self.end_date or self.start_date, self.end_time or time.max)

    def _moment(self, day: date | None, clock: time | None) -> datetime | None:
        return datetime.combine(day, clock or time.min, tzinfo=ZoneInfo(self.time_zone)) if day else None

    def clean(self) -> None:
        """Refuse an end before the start."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"end_date": _("The event ends before it starts.")})


class EventCitation(Orderable):
    """A resource that an event is about or makes use of."""

    page = ParentalKey(EventPage, related_name="cites")
    resource = models.ForeignKey(ResourcePage, models.CASCADE, related_name="cited_by", verbose_name=_("resource"))
