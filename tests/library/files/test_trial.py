"""Files of all kinds of strangers, read from a directory by the command: each ends in a state, and nothing is kept."""

import io
import json
import os
import zipfile
import zlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from library.files.trial import FileReport, read_directory
from tests.library.files import samples

BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def report(directory: Path, name: str, content: bytes) -> FileReport:
    """Return what the command makes of one file."""
    (directory / name).write_bytes(content)
    (found,) = read_directory(directory)
    assert found.file == name
    return found


def pdf_with(stream: bytes, size: str = "0 0 600 800", resources: str = "<<>>") -> bytes:
    """Return a PDF of one page, drawn by a compressed stream."""
    packed = zlib.compress(stream, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{size}]/Contents 4 0 R/Resources {resources}>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"".join(b"%d 0 obj%s\nendobj\n" % (number, part) for number, part in enumerate(parts, start=1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def big_member(name: str, head: bytes, chunk: bytes, times: int, tail: bytes, base: bytes, path: Path) -> None:
    """Write an archive in which one member is huge, without holding it in memory."""
    base_path = path.with_suffix(".base")
    base_path.write_bytes(base)
    with zipfile.ZipFile(base_path) as former, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in former.namelist():
            if member != name:
                archive.writestr(member, former.read(member))
        with archive.open(name, "w", force_zip64=True) as out:
            out.write(head)
            for _time in range(times):
                out.write(chunk)
            out.write(tail)
    base_path.unlink()


TEXT = f'<w:document xmlns:w="{WORD}"><w:body>'.encode()
LONG_TEXT = b"<w:p><w:r><w:t>" + b"a b " * 256 + b"</w:t></w:r></w:p>"
STRING = f'<sst xmlns="{SHEET}">'.encode()
OFFICE = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_strings() -> bytes:
    """Return a workbook that says where its strings are."""
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{OFFICE}.spreadsheetml.sharedStrings+xml"/>'
    return inserted(samples.xlsx(), "[Content_Types].xml", override, "</Types>")


def with_picture() -> bytes:
    """Return a text that says where its picture is."""
    relation = f'<Relationship Id="rId99" Type="{RELATIONS}/image" Target="media/image1.png"/>'
    default = '<Default Extension="png" ContentType="image/png"/>'
    known = inserted(samples.docx(), "[Content_Types].xml", default, "</Types>")
    return inserted(known, "word/_rels/document.xml.rels", relation, "</Relationships>")


def inserted(archive: bytes, member: str, what: str, before: str) -> bytes:
    """Return an archive with something more in a member."""
    with zipfile.ZipFile(io.BytesIO(archive)) as former:
        members = {name: former.read(name) for name in former.namelist()}
    members[member] = members[member].decode().replace(before, what + before).encode()
    return samples.packed(members)


@pytest.mark.parametrize("bomb", ["text", "strings", "picture"])
def test_an_office_file_that_unpacks_to_gigabytes_is_too_large(bomb: str, tmp_path: Path, settings: Settings) -> None:
    settings.FILES_READ_SECONDS = 5
    if bomb == "text":
        big_member("word/document.xml", TEXT, LONG_TEXT * 64, 12_000, b"", samples.docx(), tmp_path / "bomb.docx")
    elif bomb == "strings":
        chunk = b"<si><t>x</t></si>" * 4096
        big_member("xl/sharedStrings.xml", STRING, chunk, 6_000, b"</sst>", with_strings(), tmp_path / "bomb.xlsx")
    else:
        zeros = b"\x00" * 2**20
        big_member("word/media/image1.png", b"", zeros, 900, b"", with_picture(), tmp_path / "bomb.docx")
    (found,) = read_directory(tmp_path)
    assert found.state == "too_large"
    assert found.peak_mib < 520


def locked(archive: bytes) -> bytes:
    """Return an archive whose members say that they are encrypted."""
    marked = bytearray(archive)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := archive.find(signature, start + 1)) >= 0:
            marked[start + flags] |= 1
    return bytes(marked)


HOSTILE: dict[str, tuple[str, bytes, set[str]]] = {
    "laughter in a text": (
        "laugh.docx",
        samples.changed(
            samples.docx(),
            word_document=f'{BILLION_LAUGHS}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p>'
            "</w:body></w:document>",
        ),
        {"no_text", "damaged", "read"},
    ),
    "laughter in a sheet": (
        "laugh.xlsx",
        samples.changed(
            with_strings(), xl_sharedStrings=f'{BILLION_LAUGHS}<sst xmlns="{SHEET}"><si><t>&i;</t></si></sst>'
        ),
        {"damaged", "read"},
    ),
    "a text that names a file of the server": (
        "entity.docx",
        samples.changed(
            samples.docx(),
            word_document=f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{WORD}"><w:body>'
            "<w:p><w:r><w:t>before &x; after</w:t></w:r></w:p></w:body></w:document>",
        ),
        {"read"},
    ),
    "elements within elements": ("deep.html", b"<div>" * 200_000 + b"text", {"read", "no_text", "damaged"}),
    "a sheet as large as it can be": (
        "wide.xlsx",
        samples.changed(
            samples.xlsx(),
            **{
                "xl_worksheets/sheet1": f'<worksheet xmlns="{SHEET}"><dimension ref="A1:XFD1048576"/><sheetData>'
                '<row r="1"><c r="A1" t="inlineStr"><is><t>first</t></is></c></row>'
                '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData></worksheet>'
            },
        ),
        {"read"},
    ),
    "a sheet with a row far away": (
        "far.xlsx",
        samples.changed(
            samples.xlsx(),
            **{
                "xl_worksheets/sheet1": f'<worksheet xmlns="{SHEET}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
                '<row r="999999999999"><c r="A999999999999"><v>7</v></c></row></sheetData></worksheet>'
            },
        ),
        {"read", "too_large"},
    ),
    "one endless line": ("line.txt", b"x" * 9_000_000, {"read"}),
    "only headings": ("heads.md", b"# Heading\n" * 50_000, {"read"}),
    "emphasis without end": ("stars.md", b"*a " * 100_000 + b"_[" * 50_000, {"read", "too_large"}),
    "a page as large as a town": ("huge.pdf", pdf_with(b"0 0 m 9 9 l S", "0 0 100000000 100000000"), {"no_text"}),
    "a page without size": ("flat.pdf", pdf_with(b"0 0 m 9 9 l S", "0 0 0 0"), {"no_text"}),
    "a picture of a billion points": (
        "image.pdf",
        pdf_with(b"q 600 0 0 800 0 0 cm BI /W 40000 /H 40000 /BPC 8 /CS /RGB ID x EI Q"),
        {"no_text", "too_large"},
    ),
    "a page that draws itself for ever": (
        "loop.pdf",
        pdf_with(b"q Q " * 10 + b"0 0 m 600 800 l S " * 2_000_000),
        {"no_text", "too_large"},
    ),
    "a page that inflates": ("bomb.pdf", pdf_with(b" " * 400_000_000), {"too_large", "no_text"}),
    "captions before the beginning": (
        "odd.srt",
        b"1\n-99:-1:00,1 --> x\nhello\n\n99999999999:00:00 --> 1\nhi\n",
        {"no_text"},
    ),
    "bytes that are no text": ("noise.csv", bytes(range(1, 256)) * 1000, {"read", "unsupported"}),
    "quotes without end": ("quotes.csv", b'"' * 2_000_001, {"read", "no_text"}),
    "an archive with a password": ("locked.docx", locked(samples.docx()), {"password"}),
    "nothing": ("empty.pdf", b"", {"damaged"}),
    "no kind": ("README", b"text", {"unsupported"}),
    "another kind": ("movie.mp4", b"text", {"unsupported"}),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_ends_in_a_state(case: str, tmp_path: Path) -> None:
    name, content, states = HOSTILE[case]
    found = report(tmp_path, name, content)
    assert found.state in states
    assert found.message
    assert found.seconds < 31
    assert found.peak_mib < 520


def test_no_file_of_the_server_is_shown(tmp_path: Path) -> None:
    name, content, _states = HOSTILE["a text that names a file of the server"]
    assert report(tmp_path, name, content).words == 2  # before, after


def test_a_file_that_is_larger_than_an_upload_may_be_is_not_opened(tmp_path: Path, settings: Settings) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    found = report(tmp_path, "line.txt", b"x" * 1001)
    assert (found.state, found.peak_mib) == ("too_large", 0)
    assert "larger than" in found.message


def test_a_directory_of_a_million_members_is_not_listed(tmp_path: Path) -> None:
    record = b"PK\x05\x06" + b"\x00" * 8 + (2**26).to_bytes(4, "little") + b"\x00" * 6
    found = report(tmp_path, "many.docx", b"PK\x03\x04" + record)
    assert (found.state, found.peak_mib) == ("too_large", 0)


def test_time_and_memory_for_a_file_are_settings(tmp_path: Path, settings: Settings) -> None:
    settings.FILES_READ_MEMORY = 40
    assert report(tmp_path, "slides.pptx", samples.pptx()).state == "too_large"


def test_a_long_file_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    found = report(tmp_path, "long.txt", b"All of us have said yes. " * 100_000)
    assert found.state == "read"
    assert 1000 < found.passages < 1100
    assert "beginning" in found.message


def test_whatever_lies_in_a_directory_is_survived(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a\nb.txt").write_text("two words")
    (tmp_path / "again").symlink_to(inner)
    (tmp_path / "broken.pdf").symlink_to(tmp_path / "nowhere.pdf")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "closed.txt").write_text("closed")
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("three more words")
    found = {report.file: (report.state, report.words) for report in read_directory(tmp_path)}
    assert found == {
        "inner/a\nb.txt": ("read", 2),
        "broken.pdf": ("damaged", 0),
        "zero.txt": ("unsupported", 0),
        "pipe.txt": ("unsupported", 0),
        "closed.txt": ("read", 1),
        "caf\\xe9.txt": ("read", 3),
    }


def test_the_command_prints_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("two words")
    out = StringIO()
    call_command("read_files", tmp_path, "--json", stdout=out)
    (found,) = json.loads(out.getvalue())
    assert list(found) == ["file", "state", "message", "words", "passages", "seconds", "peak_mib"]
    assert (found["file"], found["state"], found["words"], found["passages"]) == ("a.txt", "read", 2, 1)


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    (tmp_path / "[bold]a.txt").write_text("two words")
    out = StringIO()
    call_command("read_files", tmp_path, stdout=out)
    assert "[bold]a.txt" in out.getvalue()


def test_the_command_refuses_what_is_no_directory(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no directory"):
        call_command("read_files", tmp_path / "nowhere")
