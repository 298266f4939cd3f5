"""Rows are read one by one, and a bad one never stops the others."""

from pathlib import Path

import pytest

from library.exchange.reading import MAX_LINE, read_rows
from library.exchange.record import Reason

GOOD = b'{"id": "1", "title": "Good"}\n'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json\n", Reason.NOT_JSON),
        (b'{"id": "1", "title": \n', Reason.NOT_JSON),
        (b"[" * 100_000 + b"\n", Reason.NOT_JSON),
        (b"[1, 2]\n", Reason.NOT_OBJECT),
        (b"null\n", Reason.NOT_OBJECT),
        (b'{"id": "1", "title": "caf\xe9"}\n', Reason.NOT_UTF8),
        (b'{"title": "' + b"x" * MAX_LINE + b'"}\n', Reason.LINE_TOO_LONG),
        (b"x" * (3 * MAX_LINE) + b"\n", Reason.LINE_TOO_LONG),
        (b'{"n": ' + b"9" * 10_000 + b"}\n", Reason.NOT_JSON),
    ],
)
def test_a_bad_line_of_json_says_why_and_the_next_is_read(tmp_path: Path, line: bytes, reason: Reason) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line + GOOD)
    bad, good = read_rows(path)
    assert bad.unreadable is not None
    assert (bad.line, bad.unreadable.reason) == (1, reason)
    assert (good.line, good.fields) == (2, {"id": "1", "title": "Good"})


def test_a_byte_order_mark_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD + b"\n  \r\n" + GOOD.rstrip())
    assert [(row.line, row.fields["title"]) for row in read_rows(path)] == [(1, "Good"), (4, "Good")]


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    path, positions = tmp_path / "rows.jsonl", list[int]()
    path.write_bytes(GOOD * 3)
    list(read_rows(path, positions.append))
    assert positions == [len(GOOD), 2 * len(GOOD), 3 * len(GOOD)]


def test_csv_gives_the_same_fields(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text('\ufeffid,title,topics,countries,date\r\n1,"A title, with\nbreaks",a; b,NA,\r\n', encoding="utf-8")
    [row] = read_rows(path)
    assert row.fields == {"id": "1", "title": "A title, with\nbreaks", "topics": ["a", "b"], "countries": ["NA"]}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id,title\n1,caf\xe9\n2,Good\n", Reason.NOT_UTF8),
        (b"id,title\n1,a,b\n2,Good\n", Reason.CELLS),
        (b"id,title\n1,x" + b"x" * MAX_LINE + b"\n2,Good\n", Reason.LINE_TOO_LONG),
        (b'id,title\n1,"a"b\n2,Good\n', Reason.NOT_CSV),
    ],
)
def test_a_bad_row_of_csv_says_why_and_the_next_is_read(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    bad, good = read_rows(path)
    assert bad.unreadable is not None
    assert (bad.line, bad.unreadable.reason) == (2, reason)
    assert good.fields == {"id": "2", "title": "Good"}


def test_csv_without_the_columns_it_needs_says_which(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("name,url\nx,y\n", encoding="utf-8")
    [row] = read_rows(path)
    assert row.unreadable is not None
    assert (row.unreadable.reason, row.unreadable.value) == (Reason.COLUMN_MISSING, "id, title")


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    for name in ("rows.csv", "rows.jsonl"):
        (tmp_path / name).touch()
        assert list(read_rows(tmp_path / name)) == []


def test_a_quotation_mark_that_is_never_closed_ends_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text('id,title\n1,"never\n2,closed\n', encoding="utf-8")
    assert [row.unreadable and row.unreadable.reason for row in read_rows(path)] == [Reason.NOT_CSV]
