"""Seconds between two moments, and the month of one (UTC), computed by the database: on rows it does not send."""

from typing import Any

from django.db.models import CharField, FloatField, Func
from django.db.models.expressions import Combinable


class ElapsedSeconds(Func):
    """``ElapsedSeconds("until", "since")``; whole milliseconds on SQLite, where days are numbers."""

    function = "EXTRACT"
    template = "EXTRACT(EPOCH FROM (%(expressions)s))"
    arg_joiner = " - "
    arity = 2
    output_field = FloatField()

    def __init__(self, until: str | Combinable, since: str | Combinable, **extra: Any) -> None:
        super().__init__(until, since, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Subtract Julian days."""
        until, since = (compiler.compile(part) for part in self.source_expressions)
        sql = f"((julianday({until[0]}) - julianday({since[0]})) * 86400.0)"
        return sql, (*until[1], *since[1])


class Month(Func):
    """``Month("at")`` is ``2026-11``."""

    function = "to_char"
    template = "to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM')"
    arity = 1
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Format as SQLite does; a per cent sign is written twice in a statement with parameters."""
        return self.as_sql(compiler, connection, template="strftime('%%%%Y-%%%%m', %(expressions)s)", **context)
