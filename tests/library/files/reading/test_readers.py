"""What each reader finds in a file of its kind: places, labels and text."""

import io

import pytest

from library.files.reading.collecting import Collector
from library.files.reading.kinds import KINDS
from library.files.reading.outcome import Damaged, FoundPassage, NeedsPassword
from tests.library.files import samples
from tests.library.files.samples import SENTENCE

type Found = list[tuple[int, str, str]]

SRT = """1
00:00:01,000 --> 00:00:04,000
<i>Welcome</i> to the ward.

2
00:00:20,500 --> 00:00:24,000
{\\an8}Ask first.

3
00:01:02,000 --> 00:01:04,000
Then film.
"""
VTT = """WEBVTT
Kind: captions

NOTE nobody says this

00:05.000 --> 00:07.000 align:start
<v Ana>Good morning.</v>
"""
MARKDOWN = (
    "Intro.\n\n# Consent\n\nAsk **before** [filming](https://example.org).\n\nCosts\n-----\n\n```\n# no heading\n```\n"
)
HTML = (
    "<!doctype html><title>T</title><style>p {}</style><p>Intro.<h2>Con<b>sent</b></h2><p>Ask <b>be</b>fore."
    "<script>alert('x')</script><ul><li>one<li>two</ul><!-- hidden --><h3>Empty</h3>"
)
ODT = (
    "<text:p>Intro.</text:p><text:h>Consent</text:h>"
    "<text:p>Ask<text:s/>before <text:span>you</text:span> film.</text:p>"
)

CASES: dict[str, tuple[str, bytes, int, Found]] = {
    "a PDF": ("pdf", samples.pdf(SENTENCE, "Second page."), 2, [(1, "", SENTENCE), (2, "", "Second page.")]),
    "a PDF that only its owner may change": ("pdf", samples.pdf(SENTENCE, owner="owner"), 1, [(1, "", SENTENCE)]),
    "a PDF with an empty page": ("pdf", samples.pdf("", "Second page."), 2, [(2, "", "Second page.")]),
    "a text with headings": (
        "docx",
        samples.docx(),
        3,
        [
            (1, "", "Before the first heading."),
            (2, "Consent", SENTENCE),
            (3, "Costs", "Camera 200 euro"),
        ],
    ),
    "slides": (
        "pptx",
        samples.pptx((SENTENCE, "Second")),
        2,
        [
            (1, SENTENCE, f"{SENTENCE} Budget 2026 Speak slowly."),
            (2, "Second", "Second Budget 2026 Speak slowly."),
        ],
    ),
    "a workbook": (
        "xlsx",
        samples.xlsx(),
        2,
        [(1, "Followers", "Month · Followers May · 1200")],
    ),
    "a page": (
        "html",
        HTML.encode(),
        3,
        [(1, "", "T Intro."), (2, "Consent", "Ask before. one two"), (3, "Empty", "Empty")],
    ),
    "a page in its own encoding": (
        "html",
        '<meta charset="latin-1"><p>à propos'.encode("latin-1"),
        1,
        [(1, "", "à propos")],
    ),
    "Markdown": (
        "md",
        MARKDOWN.encode(),
        3,
        [(1, "", "Intro."), (2, "Consent", "Ask before filming."), (3, "Costs", "# no heading")],
    ),
    "Markdown of only headings": ("md", b"# One\n# Two\n", 2, [(1, "One", "One"), (2, "Two", "Two")]),
    "OpenDocument": ("odt", samples.odt(ODT), 2, [(1, "", "Intro."), (2, "Consent", "Ask before you film.")]),
    "captions": ("srt", SRT.encode(), 62, [(1, "", "Welcome to the ward. Ask first."), (62, "", "Then film.")]),
    "captions of the web": ("vtt", VTT.encode(), 5, [(5, "", "Good morning.")]),
    "text": ("txt", "Åsk\r\n\r\nbefore\x00.".encode(), 1, [(1, "", "Åsk before.")]),
    "text of Windows": ("txt", "Åsk before.".encode("utf-16"), 1, [(1, "", "Åsk before.")]),
    "text of old Windows": ("txt", "“Åsk”".encode("cp1252"), 1, [(1, "", "“Åsk”")]),
    "a table": ("csv", b'name;year\n"Ana; MD";2024\n', 1, [(1, "", "name · year Ana; MD · 2024")]),
    "nothing but blanks": ("txt", b" \n\n ", 0, []),
}


def read(extension: str, data: bytes) -> tuple[int, Found]:
    found: list[FoundPassage] = []
    places = KINDS[extension].load_reader()(io.BytesIO(data), Collector(found.append))
    return places, [(passage.place, passage.label, passage.text) for passage in found]


@pytest.mark.parametrize("case", CASES)
def test_a_reader_finds_text_and_where_it_stands(case: str) -> None:
    extension, data, places, expected = CASES[case]
    assert read(extension, data) == (places, expected)


@pytest.mark.parametrize("extension", ["pdf", "odt"])
def test_a_reader_says_when_it_needs_a_password(extension: str) -> None:
    odt = samples.odt(ODT, manifest="<manifest><encryption-data/></manifest>")
    data = samples.pdf(SENTENCE, password="secret", owner="owner") if extension == "pdf" else odt
    with pytest.raises(NeedsPassword):
        read(extension, data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n...", samples.empty_pdf(), samples.pdf(SENTENCE)[:300]])
def test_a_pdf_without_pages_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        read("pdf", data)


def test_text_boxes_and_content_controls_are_read_once() -> None:
    data = samples.changed(
        samples.docx(),
        word_document="""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
        <w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
        <w:p><w:r><w:t>Around</w:t><w:tab/><w:t>it.</w:t></w:r><mc:AlternateContent>
        <mc:Choice><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Choice>
        <mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback>
        </mc:AlternateContent></w:p></w:body></w:document>""",
    )
    assert read("docx", data)[1] == [(1, "", "In a control. Around it. In a box.")]


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("-00:00:05,000 --> 00:00:06,000", 0),
        ("99999:99999:99999,999 --> 0", 99999 * 3600 + 99999 * 60 + 99999),
        ("00:07 --> 00:09", 7),
    ],
)
def test_an_odd_time_is_still_a_time(line: str, second: int) -> None:
    assert read("srt", f"1\n{line}\nHello\n".encode())[1] == [(second, "", "Hello")]


@pytest.mark.parametrize("line", ["999999999999:00 --> 1", "soon --> later", "00:00:01,000 --> " + " " * 300])
def test_what_is_no_time_begins_no_cue(line: str) -> None:
    assert read("srt", f"1\n{line}\nHello\n".encode()) == (0, [])


def test_captions_that_go_back_in_time_begin_anew() -> None:
    data = b"00:50 --> 00:51\nLate\n\n00:10 --> 00:11\nEarly\n"
    assert read("vtt", data) == (50, [(50, "", "Late"), (10, "", "Early")])


def test_a_long_cell_of_a_table_that_ends_nowhere_is_read_as_far_as_it_goes() -> None:
    places, found = read("csv", b'name,"' + b"word " * 1000)
    assert places == 1
    assert found[0][2].startswith("name · word word")
