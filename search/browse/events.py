"""The next events a viewer may know of."""

from django.db.models.functions import Coalesce
from django.utils import timezone

from library.models import EventPage
from search.access import Access
from search.visibility import visible


def next_events(access: Access, limit: int) -> list[EventPage]:
    """Return the events that are not over, soonest first."""
    coming = visible(EventPage.objects.all(), access).filter(start_date__isnull=False)
    not_over = coming.annotate(last_day=Coalesce("end_date", "start_date")).filter(last_day__gte=timezone.localdate())
    return list(not_over.order_by("start_date", "start_time", "pk")[:limit])
