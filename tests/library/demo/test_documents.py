"""Generated files are opened again, as a reader would, and compared with the text they were made from."""

import io
import re
import zlib
from base64 import a85decode
from typing import Final

import docx
import pytest
from pptx import Presentation

from library.demo.documents import CONTENT_TYPES, Section, generate_document
from library.demo.manuscript import Block

PARAGRAPH: Final = "Wie een foto plaatst, vraagt eerst de mensen die erop staan. " * 14
SECTIONS: Final = tuple(
    Section(f"Stap {number}", f"{PARAGRAPH}\n\n- Vraag het schriftelijk\n- Bewaar het antwoord", f"Zeg: stap {number}.")
    for number in range(1, 7)
)


def generated(file_format: str, sections: tuple[Section, ...] = SECTIONS, title: str = "Toestemming & beeld") -> bytes:
    return generate_document(file_format, title=title, organisation="De Brug", language="nl", sections=sections)


def page_texts(pdf: bytes) -> list[bytes]:
    """Decode the content streams of the pages: reportlab writes them as ASCII-85 over deflate."""
    streams = re.findall(rb"/ASCII85Decode /FlateDecode.*?stream\r?\n(.*?)~>endstream", pdf, re.DOTALL)
    decoded = (zlib.decompress(a85decode(stream)) for stream in streams)
    return [content for content in decoded if b"BT" in content and b"Tf" in content]


@pytest.mark.parametrize("file_format", sorted(CONTENT_TYPES))
def test_the_same_text_gives_the_same_bytes(file_format: str) -> None:
    assert generated(file_format) == generated(file_format)


@pytest.mark.parametrize("file_format", sorted(CONTENT_TYPES))
def test_another_title_gives_another_file(file_format: str) -> None:
    assert generated(file_format) != generated(file_format, title="Iets anders")


def test_an_unknown_format_is_named_in_the_error() -> None:
    with pytest.raises(ValueError, match="“odt” is not a format"):
        generated("odt")


def test_a_text_without_sections_is_refused() -> None:
    with pytest.raises(ValueError, match="has no sections"):
        generated("pdf", sections=())


def test_a_pdf_has_a_title_page_and_pages_for_its_sections() -> None:
    pdf = generated("pdf")
    count = int(max(re.findall(rb"/Count (\d+) /Kids", pdf)))
    assert pdf.startswith(b"%PDF-1.")
    assert count == len(page_texts(pdf)) >= 4


def test_a_pdf_says_its_title_author_and_language() -> None:
    pdf = generated("pdf")
    assert b"/Title (Toestemming & beeld)" in pdf
    assert b"/Author (De Brug)" in pdf
    assert b"/Lang (nl)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_a_pdf_has_a_bookmark_for_each_section() -> None:
    pdf = generated("pdf")
    bookmarks = set(re.findall(rb"/Title \((Stap \d)\)", pdf))
    assert bookmarks == {f"Stap {number}".encode() for number in range(1, 7)}


def test_letters_the_font_lacks_do_not_stop_a_pdf() -> None:
    assert generated("pdf", sections=(Section("Kōwhai → 山", "Whānau <b> & co"),)).endswith(b"%%EOF\n")


def test_a_docx_has_real_headings_and_lists_in_order() -> None:
    document = docx.Document(io.BytesIO(generated("docx")))
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        name = paragraph.style.name if paragraph.style else None
        by_style.setdefault(name or "", []).append(paragraph.text)
    assert by_style["Title"] == ["Toestemming & beeld"]
    assert by_style["Subtitle"] == ["De Brug"]
    assert by_style["Heading 1"] == [section.heading for section in SECTIONS]
    assert by_style["List Bullet"] == ["Vraag het schriftelijk", "Bewaar het antwoord"] * len(SECTIONS)
    assert PARAGRAPH.strip() in by_style["Normal"]


def test_a_docx_starts_each_section_on_a_new_page_and_numbers_pages() -> None:
    document = docx.Document(io.BytesIO(generated("docx")))
    headings = [p for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert all(heading.paragraph_format.page_break_before for heading in headings)
    assert 'w:instr="PAGE"' in document.sections[0].footer._element.xml


def test_a_docx_says_its_title_author_and_language() -> None:
    document = docx.Document(io.BytesIO(generated("docx")))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("Toestemming & beeld", "De Brug", "nl")
    assert '<w:lang w:val="nl"' in document.styles.element.xml


def test_a_pptx_has_a_title_slide_and_a_slide_for_each_section() -> None:
    slides = Presentation(io.BytesIO(generated("pptx"))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]
    assert titles == ["Toestemming & beeld", *(section.heading for section in SECTIONS)]


def test_a_pptx_keeps_text_notes_and_slide_number() -> None:
    slide = Presentation(io.BytesIO(generated("pptx"))).slides[1]
    lines = [paragraph.text for paragraph in slide.placeholders[1].text_frame.paragraphs]
    notes = slide.notes_slide.notes_text_frame
    assert lines == [PARAGRAPH.strip(), "Vraag het schriftelijk", "Bewaar het antwoord"]
    assert notes is not None
    assert notes.text == "Zeg: stap 1."
    assert 'type="slidenum"' in slide.shapes._spTree.xml


def test_a_pptx_says_its_title_author_and_language() -> None:
    presentation = Presentation(io.BytesIO(generated("pptx")))
    properties = presentation.core_properties
    assert (properties.title, properties.author, properties.language) == ("Toestemming & beeld", "De Brug", "nl")
    assert 'lang="nl"' in presentation.slides[1].shapes._spTree.xml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one\ntwo", [Block("one two")]),
        ("one\n\ntwo", [Block("one"), Block("two")]),
        ("one\n- a\n- b\ntwo", [Block("one"), Block("a", is_bullet=True), Block("b", is_bullet=True), Block("two")]),
        ("1. first\n2. second", [Block("1. first"), Block("2. second")]),
        ("  padded  \n\n\n", [Block("padded")]),
    ],
)
def test_text_is_cut_into_blocks(text: str, expected: list[Block]) -> None:
    assert list(Section("Heading", text).blocks()) == expected
