"""The tables of ``docs/rights.md``, written from the code: ``python -m tests.network.rights.written`` prints them."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from network.who_may import TABLE, Who

if TYPE_CHECKING:
    from library.moderation.transitions import Transition

YES, NO = "●", " "


def rights() -> str:
    """Return the table of rights, a section for each thing."""
    return "\n\n".join(f"### {thing}\n\n{_table(deeds)}" for thing, deeds in TABLE)


def _table(deeds: Iterable[tuple[str, frozenset[Who]]]) -> str:
    rows = [["", *Who], ["---", *(":-:" for _ in Who)]]
    rows += [[deed, *(YES if who in allowed else NO for who in Who)] for deed, allowed in deeds]
    return _lines(rows)


def transitions() -> str:
    """Return the road of a submission, a line for each step; stages that share a step share a line."""
    from library.moderation.transitions import TRANSITIONS

    steps: dict[tuple[str, str, str], list[Transition]] = {}
    for each in TRANSITIONS:
        after = "the same" if each.after == {each.before} else ", ".join(sorted(each.after))
        steps.setdefault((each.action, each.side, after), []).append(each)
    rows = [["From", "By", "Through", "To"], ["---"] * 4]
    rows += [
        [", ".join(each.before for each in lines), action, side, after]
        for (action, side, after), lines in steps.items()
    ]
    return _lines(rows)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    sys.stdout.write(f"{rights()}\n\n{transitions()}\n")
