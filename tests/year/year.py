"""The year itself: day by day, with the clock moved."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

import time_machine

from library.models import Decision, Submission
from library.moderation.checks.waiting import check_what_waits
from library.moderation.rounds import look_at_due_dates
from search.index.drain import drain_queue
from search.index.rebuild import rebuild_index
from tests.year.aftercare import Aftercare
from tests.year.authors import Authors
from tests.year.cast import make_cast
from tests.year.ledger import Ledger
from tests.year.office import Office
from tests.year.post import Post
from tests.year.reviewers import Reviewers
from tests.year.verdict import flaws

FIRST_DAY = datetime(2027, 1, 4, 9, tzinfo=UTC)  # a Monday


@dataclass(frozen=True, slots=True)
class Report:
    """How the year went."""

    figures: dict[str, int]
    stages: dict[str, int]
    decisions: dict[str, int]
    wrong: list[str]


def play_year(seed: int, submissions: int, days: int = 365) -> Report:
    """Play a year with so many submissions in so many days, and judge it. Checks and mails are left to the worker."""
    random = Random(seed)
    with time_machine.travel(FIRST_DAY, tick=False):
        rebuild_index()
        cast, ledger = make_cast(FIRST_DAY.date()), Ledger()
        authors, reviewers = Authors(random, cast, ledger), Reviewers(random, cast, ledger)
        office, aftercare = Office(random, cast, ledger), Aftercare(random, cast, ledger)
        post = Post(random, cast, ledger)
    for day in range(days):
        with time_machine.travel(FIRST_DAY + timedelta(days=day), tick=False):
            for _ in range(submissions * (day + 1) // days - submissions * day // days):
                authors.share()
            authors.answer()
            ledger.figures["checked"] += check_what_waits()
            reviewers.review()
            reviewers.intrude()
            office.work(day)
            aftercare.look_after()
            ledger.figures["reminded, escalated or freed"] += look_at_due_dates()
            post.deliver()
            drain_queue()
    with time_machine.travel(FIRST_DAY + timedelta(days=days + 1), tick=False):
        post.deliver()  # what people read once a day
        return Report(
            figures=dict(sorted(ledger.figures.items())),
            stages=dict(Counter(Submission.objects.values_list("stage", flat=True))),
            decisions=dict(Counter(Decision.objects.values_list("kind", flat=True))),
            wrong=[*dict.fromkeys(ledger.wrong), *flaws()],
        )
