"""Judged collections: documents, questions, and which document answers which question how well."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS, QUERIES, JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"
FILES = (CORPUS, QUERIES, JUDGEMENTS)

Gains = Mapping[str, int]  # document id → how relevant it was judged; 0 and below is not relevant


class CollectionError(Exception):
    """A collection cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document or, without a title, a question."""

    id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection as read. ``judged`` are the gains by question, of those with at least one relevant document."""

    name: str
    documents: tuple[Text, ...]
    queries: tuple[Text, ...]
    judged: Mapping[str, Gains]

    @property
    def answerable(self) -> tuple[Text, ...]:
        """The questions that count: those to which something relevant is known."""
        return tuple(query for query in self.queries if query.id in self.judged)


def find_collections(folder: Path) -> list[Path]:
    """Return the folder, if it is a collection, or the folders in it that are, sorted. Raises ``CollectionError``."""
    if not folder.is_dir():
        raise CollectionError(f"{folder} is not a folder.")
    if _is_collection(folder):
        return [folder]
    if found := sorted(inner for inner in folder.iterdir() if inner.is_dir() and _is_collection(inner)):
        return found
    raise CollectionError(f"{folder} holds no collection: there is no {', '.join(FILES)} in it or in its folders.")


def _is_collection(folder: Path) -> bool:
    return any((folder / name).exists() for name in FILES)


def read_collection(folder: Path) -> Collection:
    """Read ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``. Raises ``CollectionError``."""
    documents = _read_texts(folder / CORPUS)
    queries = _read_texts(folder / QUERIES)
    gains = _read_gains(folder / JUDGEMENTS, documents.keys(), queries.keys())
    judged = {query: found for query, found in gains.items() if any(gain > 0 for gain in found.values())}
    if not judged:
        raise CollectionError(f"{folder / JUDGEMENTS}: no document is judged relevant to any question.")
    return Collection(folder.resolve().name, tuple(documents.values()), tuple(queries.values()), judged)


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """Yield where a line stands, for messages, and the line; empty lines are left out."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            yield from ((f"{file}, line {number}", line) for number, line in enumerate(lines, 1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{file} cannot be read: {error}") from error


def _read_texts(file: Path) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for where, line in _lines(file):
        text = _text_of(where, line)
        if text.id in texts:
            raise CollectionError(f"{where}: the id “{text.id}” is there already.")
        texts[text.id] = text
    if not texts:
        raise CollectionError(f"{file} is empty.")
    return texts


def _text_of(where: str, line: str) -> Text:
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        raise CollectionError(f"{where}: this is not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str | int) or isinstance(row["id"], bool):
        raise CollectionError(f"{where}: an object with an “id” is expected.")
    title, text = row.get("title") or "", row.get("text")
    if not isinstance(text, str) or not isinstance(title, str):
        raise CollectionError(f"{where}: “text” and “title” must be strings, “text” must be there.")
    return Text(str(row["id"]), text, title)


def _read_gains(file: Path, documents: Any, queries: Any) -> dict[str, dict[str, int]]:
    """Return the gains by question; a first line whose third column is no number is a header."""
    gains: dict[str, dict[str, int]] = {}
    for place, (where, line) in enumerate(_lines(file)):
        columns = [column.strip() for column in line.split("\t")]
        gain = _whole_number(columns[-1]) if len(columns) == 3 else None
        if gain is None:
            if place == 0 and len(columns) == 3:
                continue
            raise CollectionError(f"{where}: question, document and a whole number are expected, with tabs between.")
        query, document, _gain = columns
        _check_known(where, "question", query, queries)
        _check_known(where, "document", document, documents)
        if gains.setdefault(query, {}).setdefault(document, gain) != gain:
            raise CollectionError(f"{where}: “{document}” was judged otherwise for “{query}” before.")
    return gains


def _whole_number(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _check_known(where: str, kind: str, name: str, known: Any) -> None:
    if name not in known:
        raise CollectionError(f"{where}: there is no {kind} “{name}”.")
