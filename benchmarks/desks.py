"""Every desk and report with 10,000 submissions against the same with 100: ``python -m benchmarks.desks``.

Two databases that differ in nothing else are asked in turn, so that a computer that changes its speed changes both.
The figures go to the end of docs/reports.md.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.__main__ import ROOT, make_site
from benchmarks.timing import seconds

if TYPE_CHECKING:
    from django.test import Client

    from benchmarks.submissions import Cast

SMALL, LARGE = 100, 10_000
GOAL = 2.0  # at most twice as slow
REPEATS = 9
DOCUMENT, HEADING = ROOT / "docs/reports.md", "## Figures"
DESKS = {
    "contributor": ("/admin/", "/admin/my-resources/"),
    "leader": ("/admin/", "/admin/review/", "/admin/review/decided/"),
    "administrator": ("/admin/", "/admin/reports/mails/", "/admin/reports/trust/", "/admin/reports/files/"),
}
REPORTS = (
    "coverage/",
    "coverage/?by=language",
    "submissions/",
    "submissions/?overdue=true",
    "regions/",
    "times/",
    "times/?by=region",
    "reviewers/",
    "decisions/",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One page: milliseconds with few and with many submissions."""

    who: str
    address: str
    few: float
    many: float

    @property
    def ratio(self) -> float:
        """How many times as long it takes with many."""
        return self.many / self.few

    def row(self) -> str:
        """Return a line of the table."""
        holds = "yes" if self.ratio <= GOAL else "NO"
        return f"| {self.who} | `{self.address}` | {self.few:.0f} | {self.many:.0f} | {self.ratio:.2f} | {holds} |"


def main() -> None:
    """Make both databases in a temporary folder, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desks", description=__doc__)
    parser.add_argument("--large", type=int, default=LARGE, help="how many submissions are many")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="commonshelf-desks-") as folder:
        make_site(folder)
        figures = list(measure(Path(folder), options.large))
    head = f"| who | page | ms with {SMALL} | ms with {options.large:,} | ratio | at most {GOAL:g} |"
    lines = [head, "|---|---|---|---|---|---|", *(figure.row() for figure in figures)]
    print("\n".join(lines))  # noqa: T201 -- a program that prints its result
    text = DOCUMENT.read_text().split(HEADING)[0]
    DOCUMENT.write_text(f"{text}{HEADING}\n{INTRODUCTION}\n" + "\n".join(lines) + "\n")


INTRODUCTION = """Written by `python -m benchmarks.desks`: the same pages on two databases (SQLite) that differ in
nothing but the number of submissions, asked in turn; medians of nine. Milliseconds are those of one computer; the
ratio is what is promised. An export of everything takes as long as there is much, and is not among them.
"""


def measure(folder: Path, large: int) -> Iterator[Figure]:
    """Fill both databases and time every page."""
    from benchmarks.submissions import send_many

    cast, clients = fill(SMALL)
    few, many = Path(folder) / "few.sqlite3", Path(folder) / "many.sqlite3"
    copy_database(few)
    send_many(cast, SMALL, large)
    copy_database(many)
    for who, client in clients.items():
        reports = [f"/admin/reports/{report}" for report in REPORTS] if who != "contributor" else []
        for address in (*DESKS[who], *reports):
            yield Figure(who, address, *in_turn(client, address, few, many))


def fill(count: int) -> "tuple[Cast, dict[str, Client]]":
    """Set up a site with so many submissions; return who is there, and a logged-in browser of each."""
    from django.core.management import call_command
    from django.test import Client

    from benchmarks.submissions import send_many, set_cast

    call_command("migrate", verbosity=0)
    call_command("set_up_site")
    call_command("load_regions")
    cast = set_cast()
    send_many(cast, 0, count)
    people = {
        "contributor": cast.sections[0][1][1],
        "leader": cast.leaders[0],
        "administrator": cast.administrator,
    }
    clients = {who: Client(headers={"host": "127.0.0.1"}) for who in people}
    for who, client in clients.items():
        client.force_login(people[who])
    return cast, clients


def copy_database(target: Path) -> None:
    """Write the database as it is now to a file."""
    from django.db import connection

    connection.close()
    shutil.copy(str(connection.settings_dict["NAME"]), target)


def in_turn(client: "Client", address: str, *databases: Path) -> list[float]:
    """Return the median of a page in milliseconds with each database."""
    from django.db import connection

    times: dict[Path, list[float]] = {database: [] for database in databases}
    for _repeat in range(REPEATS + 1):
        for database in databases:
            connection.close()
            connection.settings_dict["NAME"] = str(database)
            connection.ensure_connection()
            connection.introspection.table_names()  # SQLite reads its schema with the first statement
            times[database].append(seconds(lambda: get(client, address)))
    return [statistics.median(found[1:]) * 1000 for found in times.values()]


def get(client: "Client", address: str) -> None:
    """Ask for a page; anything but the page is an error."""
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")


if __name__ == "__main__":
    main()
