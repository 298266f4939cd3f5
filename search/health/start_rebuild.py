"""Starting a rebuild from the CMS: in a process of its own, so that no request waits for it.

It needs no worker, runs in development as it does in production, and outlives the web process that started it.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread

from django.conf import settings

from search.engines import get_store
from search.index.models import IndexGeneration
from search.index.register import RebuildError, claim, give_up

Launch = Callable[[Sequence[str]], object]


def launch_detached(command: Sequence[str]) -> None:
    """Start a command in a session of its own; what it says on standard error joins the log of the site."""
    process = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()  # takes note of its end, so that no zombie stays


def start_rebuild(launch: Launch | None = None) -> IndexGeneration:
    """Claim a generation and have it built; raises ``RebuildError`` when one is under way or nothing can be started."""
    generation = claim(get_store())
    command = [sys.executable, "-m", "django", "rebuild_index", "--claimed", generation.name]
    try:
        (launch or launch_detached)(command)
    except OSError as error:
        give_up(generation, str(error))
        raise RebuildError(f"The rebuild could not be started: {error}. Run manage.py rebuild_index.") from error
    return generation
