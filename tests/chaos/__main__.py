"""``make chaos``: edit a site at random while its processes are killed with -9, and see what is left of it.

The site is one of its own in a temporary folder; prints figures as JSON, and ends with 1 where something is wrong.
"""

import argparse
import json
import os
import socket
import sys
import tempfile
import time
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from tests.chaos.processes import CutServer, Mortal, OwnServer, Program
from tests.chaos.proxy import Proxy
from tests.conditions import wait_until

if TYPE_CHECKING:
    from tests.chaos.edits import Editors

SETTLED_WITHIN = 240.0  # seconds; a file whose reader was killed is read again after 25
GUNICORN = "--worker-class gthread --workers 2 --threads 8 --limit-request-line 8190 --no-control-socket"  # deploy/


def main() -> int:
    """Read the arguments, make the site, let chaos reign, judge."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--engine", choices=["embedded", "elasticsearch"], default="elasticsearch")
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=60, help="how often something is killed")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--foreign-server", action="store_true", help="cut Elasticsearch off instead of killing it")
    options = parser.parse_args()
    sys.stderr.write(f"Seed {options.seed}\n")
    with tempfile.TemporaryDirectory(prefix="commonshelf-chaos-") as folder:
        mortals = _server(options.engine, foreign=options.foreign_server)
        _make_site(folder)
        return _reign(options, Path(folder), mortals)


def _server(engine: str, *, foreign: bool) -> list[Mortal]:
    """Put a proxy in front of Elasticsearch, and return what of it can be killed."""
    url = os.environ.pop("ELASTICSEARCH_URL", "")
    if engine == "embedded":
        return []
    proxy = Proxy(url)
    os.environ["ELASTICSEARCH_URL"] = proxy.address
    return [CutServer(proxy) if foreign else OwnServer(proxy)]


def _make_site(folder: str) -> None:
    os.environ.pop("DATABASE_URL", None)  # whatever that is, it is not for chaos
    os.environ.update(
        DATA_DIR=folder,
        DEBUG="false",
        ALLOWED_HOSTS="127.0.0.1,localhost",
        ELASTICSEARCH_PREFIX=f"chaos-{os.getpid()}",
        FILES_READ="worker",
        FILES_READ_SECONDS="5",
        LOG_LEVEL="WARNING",
        DJANGO_SETTINGS_MODULE="config.settings.dev",
    )
    (Path(folder) / "static").mkdir()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("set_up_site", verbosity=0)


def _reign(options: argparse.Namespace, folder: Path, mortals: list[Mortal]) -> int:
    from search.engines import get_store
    from search.index.rebuild import rebuild_index
    from tests.chaos.cms import Cms
    from tests.chaos.edits import Editors
    from tests.chaos.verdict import flaws, is_settled
    from tests.factories import UserFactory

    rebuild_index()
    bind = f"127.0.0.1:{_free_port()}"
    web = Program("web", ["-m", "gunicorn", "config.wsgi", "--bind", bind, *GUNICORN.split()], folder / "web.log")
    worker = Program("worker", ["manage.py", "run_worker", "--interval", "0.2"], folder / "worker.log")
    try:
        admin = UserFactory(email="admin@chaos.example", is_superuser=True, is_staff=True)
        random = Random(options.seed)
        editors = Editors(random, Cms(f"http://{bind}", admin.email))
        began = time.monotonic()
        figures = _edit_and_kill(options, random, editors, [web, worker, *mortals])
        for mortal in (web, worker, *mortals):
            mortal.revive()
        wait_until(is_settled, SETTLED_WITHIN)
        wrong = flaws(UserFactory())
        report = figures | {"edits": dict(editors.done), "seconds": round(time.monotonic() - began), "wrong": wrong}
        sys.stdout.write(json.dumps({"engine": options.engine, "seed": options.seed, **report}, indent=2) + "\n")
        return 1 if wrong else 0
    finally:
        web.end()
        worker.end()
        for name in get_store().names():
            get_store().drop(name)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _edit_and_kill(
    options: argparse.Namespace, random: Random, editors: "Editors", mortals: list[Mortal]
) -> dict[str, object]:
    from search.index.models import IndexQueueEntry

    kills = dict.fromkeys((mortal.name for mortal in mortals), 0)
    moments = sorted(random.randrange(options.edits) for _ in range(options.kills))
    longest = 0
    for number in range(options.edits):
        while moments and moments[0] == number:
            moments.pop(0)
            victim = random.choice(mortals)
            victim.kill()
            kills[victim.name] += 1
        editors.edit()
        longest = max(longest, IndexQueueEntry.objects.count())
    return {"kills": kills, "longest queue": longest}


if __name__ == "__main__":
    sys.exit(main())
