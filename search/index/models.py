"""The index queue (a transactional outbox), the clock that orders writes, and the generations of the index."""

from typing import ClassVar

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class IndexQueueEntry(models.Model):
    """A resource page whose index document may be out of date.

    Written in the transaction of the change, deleted when every generation has acknowledged the new document.
    """

    page_id = models.BigIntegerField(db_index=True)
    queued_at = models.DateTimeField(_("queued at"), auto_now_add=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("index queue entry")
        verbose_name_plural = _("index queue")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"page {self.page_id}"


class IndexClock(models.Model):
    """Numbers every reading of the database, so that an engine can refuse a document read earlier than its own.

    A number is taken *before* the read: whatever changed after a reading has a queue row of its own, drained under a
    higher number. Numbers from the queue would not do, since transactions do not commit in the order of their rows.
    """

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def tick(cls) -> int:
        """Return the next number, higher than every one before."""
        cls.objects.get_or_create(pk=1)
        with transaction.atomic():
            cls.objects.filter(pk=1).update(number=F("number") + 1)  # holds the row until the number is read
            number: int = cls.objects.values_list("number", flat=True).get(pk=1)
        return number


class IndexGeneration(models.Model):
    """One physical index; live and building ones receive every change, one is searched.

    ``version`` and ``signature`` are the store's when it was begun (see ``IndexStore``): an index of another version
    is neither searched nor written, one of another signature is, until somebody rebuilds it.
    """

    class State(models.TextChoices):
        STARTING = "starting", _("Starting")  # claimed, there is nothing to write to yet
        BUILDING = "building", _("Building")
        LIVE = "live", _("Live")
        RETIRED = "retired", _("Retired")
        FAILED = "failed", _("Failed")

    engine = models.CharField(_("engine"), max_length=20)
    name = models.CharField(_("name"), max_length=120, unique=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.BUILDING)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    heartbeat_at = models.DateTimeField(_("last sign of life"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    version = models.CharField(_("version"), max_length=20, default="")
    signature = models.CharField(_("signature"), max_length=64, default="")
    documents = models.PositiveIntegerField(_("documents"), default=0)
    total = models.PositiveIntegerField(_("documents to write"), default=0)
    message = models.TextField(_("message"), blank=True)

    class Meta:
        verbose_name = _("index generation")
        verbose_name_plural = _("index generations")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["engine"], condition=Q(state="live"), name="generation_one_live_per_engine"
            ),
            models.UniqueConstraint(
                fields=["engine"],
                condition=Q(state__in=["starting", "building"]),
                name="generation_one_building_per_engine",
            ),
        ]

    def __str__(self) -> str:
        return self.name
