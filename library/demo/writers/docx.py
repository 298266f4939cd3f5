"""DOCX of the demo library: real styles, a title page, page numbers, metadata and the language of the text."""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from library.demo.manuscript import ACCENT, INK, MUTED, WRITTEN_AT, Manuscript, Section
from library.demo.writers.package import without_timestamps

_FONT = "Calibri"


def write_docx(manuscript: Manuscript) -> bytes:
    """Return the manuscript as a Word document: title page with contents, then a heading for each section."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document, manuscript.language)
    _set_properties(document, manuscript)
    _add_title_page(document, manuscript)
    for section in manuscript.sections:
        _add_section(document, section)
    _add_footer(document, manuscript.organisation)
    buffer = io.BytesIO()
    document.save(buffer)
    return without_timestamps(buffer.getvalue())


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(28)
    page.top_margin = page.bottom_margin = Mm(25)
    page.different_first_page_header_footer = True  # no page number on the title page


def _set_styles(document: Document, language: str) -> None:
    for name, size, colour in (
        ("Normal", 11.5, INK),
        ("Title", 28, INK),
        ("Subtitle", 14, MUTED),
        ("Heading 1", 16, ACCENT),
    ):
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"The template's “{name}” is not a paragraph style.")
        style.font.name = _FONT
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_after = Pt(8)
        style.paragraph_format.line_spacing = 1.25
        # Word takes headings' fonts from the theme unless the style names one for each script.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if default is not None:
        default.set(qn("w:val"), language)


def _set_properties(document: Document, manuscript: Manuscript) -> None:
    properties = document.core_properties
    properties.title = manuscript.title
    properties.author = properties.last_modified_by = manuscript.organisation
    properties.language = manuscript.language
    properties.comments = ""
    properties.created = properties.modified = WRITTEN_AT


def _add_title_page(document: Document, manuscript: Manuscript) -> None:
    document.add_paragraph(manuscript.title, style="Title")
    document.add_paragraph(manuscript.organisation, style="Subtitle")
    # Not a heading: it would stand among the sections in the reader's outline.
    label = document.add_paragraph()
    label.add_run(manuscript.contents_heading).bold = True
    for section in manuscript.sections:
        document.add_paragraph(section.heading, style="List Number")


def _add_section(document: Document, section: Section) -> None:
    heading = document.add_heading(section.heading, level=1)
    # A section a page: the material is made to be handed out and read aloud piece by piece.
    heading.paragraph_format.page_break_before = True
    for block in section.blocks():
        document.add_paragraph(block.text, style="List Bullet" if block.is_bullet else "Normal")


def _add_footer(document: Document, organisation: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{organisation} · ")
    _add_page_number(paragraph)


def _add_page_number(paragraph: Paragraph) -> None:
    """Append Word's PAGE field, which python-docx has no method for."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.add_run("1")
    field.append(paragraph.runs[-1]._r)
    paragraph._p.append(field)
