"""Small collections to read and to measure with."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Rows = list[dict[str, Any]]
WriteCollection = Callable[..., Path]

DOCUMENTS: Rows = [
    {"id": "hands", "title": "Clean hands", "text": "Washing hands for twenty seconds prevents infections."},
    {"id": "film", "title": "Filming patients", "text": "Ask for consent before you film on the ward."},
    {"id": "post", "title": "", "text": "A post about the ward needs the consent of those who are in it."},
]
QUERIES: Rows = [{"id": "q1", "text": "clean hands"}, {"id": "q2", "text": "consent"}, {"id": "q3", "text": "unjudged"}]
JUDGEMENTS = "query-id\tdoc-id\trelevance\nq1\thands\t2\nq1\tfilm\t0\nq2\tfilm\t1\nq2\tpost\t1\nq3\tpost\t0\n"


@pytest.fixture
def write_collection(tmp_path: Path) -> WriteCollection:
    """Write a collection into a folder of a name; any of its files can be given as rows or as text."""

    def write(name: str = "ward", **files: Rows | str) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True)
        usual: dict[str, Rows | str] = {"corpus": DOCUMENTS, "queries": QUERIES, "qrels": JUDGEMENTS}
        for file, rows in (usual | files).items():
            text = rows if isinstance(rows, str) else "".join(f"{json.dumps(row)}\n" for row in rows)
            (folder / f"{file}.{'tsv' if file == 'qrels' else 'jsonl'}").write_text(text, encoding="utf-8")
        return folder

    return write
