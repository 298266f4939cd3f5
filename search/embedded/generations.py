"""Generations as files: where they lie, how they are opened, and which one is live."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from search.embedded.schema import FORMAT, SCHEMA
from search.engine import SCRATCH, EngineError, EngineUnavailable

logger = logging.getLogger(__name__)

SUFFIX = ".sqlite3"
BUSY_SECONDS = 10.0  # how long a write waits for another; searches never wait (WAL)
MAPPED_BYTES = 256 * 1024 * 1024  # read through the memory map: a connection is new for every search, its cache is cold


def index_folder() -> Path:
    """Return the folder of all generations."""
    return Path(settings.SEARCH_INDEX_DIR)


def generation_file(name: str) -> Path:
    """Return the file of a generation; a name cannot lead out of the folder."""
    return index_folder() / f"{Path(name).name}{SUFFIX}"


def create_generation(name: str, signature: str) -> None:
    """Make an empty file with its tables. Raises ``EngineError`` when it is there already."""
    with _translated(name):
        index_folder().mkdir(parents=True, exist_ok=True)
        if generation_file(name).exists():
            raise EngineError(f"The search index “{name}” exists already.")
        with closing(sqlite3.connect(generation_file(name), isolation_level=None)) as connection:
            connection.executescript(SCHEMA)
            connection.execute("CREATE TABLE built_with (signature TEXT NOT NULL)")
            connection.execute("INSERT INTO built_with VALUES (?)", (signature,))
            connection.execute(f"PRAGMA user_version = {FORMAT}")  # last: a file half made is refused


@contextmanager
def reading(name: str) -> Iterator[sqlite3.Connection]:
    """Open a generation for reading: everything read inside is of one moment."""
    with _opened(name) as connection:
        connection.execute("BEGIN")
        yield connection


@contextmanager
def changing(name: str) -> Iterator[sqlite3.Connection]:
    """Open a generation for one write: all of it is kept, or, after any error, nothing."""
    with _opened(name) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection  # without a commit, closing takes it all back
        connection.execute("COMMIT")


def live_generation() -> str | None:
    """Return the name in the pointer, if its file is there."""
    try:
        name = _pointer().read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise EngineUnavailable(f"The pointer to the live search index cannot be read: {error}") from error
    return name if name and generation_file(name).exists() else None


def usable_live_generation() -> str | None:
    """Return the live generation if its file can be read: one that is broken or of another version is as good as none.

    Otherwise changes that wait for it would hold up the rebuild that replaces it.
    """
    name = live_generation()
    try:
        if name:
            with _opened(name):
                return name
    except EngineUnavailable as error:
        logger.warning("%s", error)
    return None


def built_with(connection: sqlite3.Connection) -> str:
    """Return the signature that a generation was made with."""
    (signature,) = connection.execute("SELECT signature FROM built_with").fetchone()
    return str(signature)


def point_to(name: str) -> None:
    """Make a generation the live one in one step: readers see the old name or the new one."""
    with _translated(name):
        new = index_folder() / f".live-{uuid4().hex}"
        with new.open("w", encoding="utf-8") as file:
            file.write(f"{name}\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(_pointer())


def delete_generation(name: str) -> None:
    """Delete the files of a generation, whatever is there of them. Who reads it just now reads on."""
    with _translated(name):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{generation_file(name)}{suffix}").unlink(missing_ok=True)


def generation_names() -> list[str]:
    """Return the names of all files, sorted, but for scratch ones."""
    names = (file.name.removesuffix(SUFFIX) for file in index_folder().glob(f"*{SUFFIX}"))
    return sorted(name for name in names if not name.startswith(SCRATCH))


def _pointer() -> Path:
    return index_folder() / "live"


@contextmanager
def _opened(name: str) -> Iterator[sqlite3.Connection]:
    """Connect anew for every use (0.5 ms): nothing to share between threads, and a replaced file is noticed."""
    address = f"{generation_file(name).absolute().as_uri()}?mode=rw"  # rw: never makes a file that is not there
    with (
        _translated(name),
        closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection,
    ):
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        connection.execute("PRAGMA synchronous = NORMAL")  # WAL is never torn; check_index finds a lost last write
        if connection.execute("PRAGMA user_version").fetchone() != (FORMAT,):
            raise EngineUnavailable(f"The search index “{name}” is of another version; rebuild_index makes a new one.")
        yield connection


@contextmanager
def _translated(name: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise EngineUnavailable(f"The search index “{name}” cannot be used: {error}") from error
