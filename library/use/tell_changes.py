"""Tell who listens which resources are used more or less than they were told: rarely, and all at once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Final

from django.db import transaction
from django.utils import timezone

from library.signals import resources_changed
from library.use.figures import all_uses
from library.use.models import ToldUse, UseClock

PAUSE: Final = timedelta(hours=1)  # an index is written once for all who read a page within it
BATCH: Final = 1_000
LONG_AGO: Final = datetime.fromtimestamp(0, UTC)


def tell_changed_uses() -> int:
    """Send ``resources_changed`` for what has changed, once an hour whoever asks; returns how many have.

    That it was told and what follows from it (rows in the index queue) are one transaction. What was not told because
    the process died is told an hour later.
    """
    if not _is_my_turn():
        return 0
    changed = dict(changed_uses())
    for batch in batched(changed.items(), BATCH):
        with transaction.atomic():
            ToldUse.objects.bulk_create(
                [ToldUse(resource_id=pk, uses=uses) for pk, uses in batch],
                update_conflicts=True,
                unique_fields=["resource"],
                update_fields=["uses"],
            )
            resources_changed.send(sender=ToldUse, page_ids=[pk for pk, _uses in batch])
    return len(changed)


def changed_uses() -> Iterator[tuple[int, int]]:
    """Yield resources whose figure is another than was told, with the new one: 0 where use is over a year ago."""
    uses, told = all_uses(), dict(ToldUse.objects.values_list("resource_id", "uses"))
    for pk in sorted({*uses, *told}):
        if uses.get(pk, 0) != told.get(pk, 0):
            yield pk, uses.get(pk, 0)


def _is_my_turn() -> bool:
    """Take the turn if the pause is over; of several that ask at once, one gets it."""
    now = timezone.now()
    if UseClock.objects.filter(pk=1, told_at__gt=now - PAUSE).exists():
        return False
    UseClock.objects.get_or_create(pk=1, defaults={"told_at": LONG_AGO})
    return bool(UseClock.objects.filter(pk=1, told_at__lte=now - PAUSE).update(told_at=now))
