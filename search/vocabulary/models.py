"""The stamp that tells every process when its snapshot of topics, regions, synonyms and the like is out of date."""

from django.db import connection, models
from django.db.models import F


class VocabularyStamp(models.Model):
    """One row, whose number rises in the transaction that changes a topic, region, organisation or synonym."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """Return the number; 0 before the first change. One query, in plain SQL: every page asks it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM search_vocabularystamp WHERE id = 1")
            row = cursor.fetchone()
        return int(row[0]) if row else 0

    @classmethod
    def raise_number(cls) -> None:
        """Make every process read the vocabulary again."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=1, defaults={"number": 1})
