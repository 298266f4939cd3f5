"""Counting working days: Monday to Friday, wherever somebody works; public holidays differ and are not known."""

from datetime import datetime, timedelta

SATURDAY = 5


def add_working_days(moment: datetime, days: int) -> datetime:
    """Return the same time of day after as many working days: Friday and one day is Monday.

    >>> add_working_days(datetime(2026, 11, 27, 9), 1)
    datetime.datetime(2026, 11, 30, 9, 0)
    """
    result = moment
    while days > 0 or result.weekday() >= SATURDAY:
        result += timedelta(days=1)
        days -= result.weekday() < SATURDAY
    return result
