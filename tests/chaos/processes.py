"""What is killed: the web server, the worker and Elasticsearch; each comes back, as under a supervisor."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Protocol

from tests.chaos.proxy import Proxy

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0  # seconds until something that should come never will


class Mortal(Protocol):
    """Something that can be killed and comes back by itself; ``revive`` makes sure that it is there."""

    name: str

    def kill(self) -> None:
        """Kill it at once."""
        ...

    def revive(self) -> None:
        """Return when it is there again."""
        ...


class Program:
    """A program of the site with its children, started anew as soon as it was killed."""

    def __init__(self, name: str, arguments: list[str], log: Path) -> None:
        """Start it."""
        self.name, self._arguments, self._log = name, arguments, log
        self._process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as log:
            command = [sys.executable, *self._arguments]
            return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)

    def kill(self) -> None:
        """Kill the whole group with -9, and start it anew."""
        self.end()
        self._process = self._start()

    def revive(self) -> None:
        """Start it where it has ended by itself."""
        if self._process.poll() is not None:
            self._process = self._start()

    def end(self) -> None:
        """Kill the whole group and leave it."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def start_worker(workers: list[Program], folder: Path) -> Program:
    """Start one more worker of the site in the environment."""
    worker = Program("worker", ["manage.py", "run_worker", "--interval", "0.1"], folder / "worker.log")
    workers.append(worker)
    return worker


class CutServer:
    """Elasticsearch that belongs to others: its connections are cut, which is all that a site sees of a kill."""

    name = "elasticsearch"

    def __init__(self, proxy: Proxy) -> None:
        """Take the proxy in front of it."""
        self.proxy = proxy

    def kill(self) -> None:
        """Cut what was not, mend what was cut."""
        if self.proxy.cut_off:
            self.proxy.mend()
        else:
            self.proxy.cut()

    def revive(self) -> None:
        """Mend it."""
        self.proxy.mend()


class OwnServer:
    """Elasticsearch of this checkout (``bin/elasticsearch``), killed with -9 and started anew meanwhile."""

    name = "elasticsearch"
    _home = ROOT / "var/elasticsearch"

    def __init__(self, proxy: Proxy) -> None:
        """Take the proxy in front of it, which goes where the server is."""
        self.proxy = proxy
        self._starting: Thread | None = None

    def kill(self) -> None:
        """Kill it, unless it is still coming back from the last time."""
        if self._starting and self._starting.is_alive():
            return
        for process in _with_environment(str(self._home)):
            os.kill(process, signal.SIGKILL)
        self._starting = Thread(target=self._start, daemon=True)
        self._starting.start()

    def revive(self) -> None:
        """Wait until it is back."""
        if self._starting:
            self._starting.join(PATIENCE)

    def _start(self) -> None:
        started = subprocess.run([ROOT / "bin/elasticsearch", "start"], capture_output=True, text=True, check=True)
        self.proxy.target = started.stdout.strip()


def _with_environment(text: str) -> list[int]:
    """Return Java processes that have a text in their environment: the server and its launcher."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if text.encode() in (folder / "environ").read_bytes() and b"java" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue  # it has ended, or is somebody else's
    return found
