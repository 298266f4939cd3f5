"""PDF of the demo library: A5 handouts with a title page, bookmarks, page numbers and metadata."""

import io
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import override
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import SimpleDocTemplate
from reportlab.platypus.flowables import Flowable, PageBreak, Spacer
from reportlab.platypus.paragraph import Paragraph

from library.demo.manuscript import ACCENT, CREATOR, INK, MUTED, Block, Manuscript, Section

_MARGIN = 18 * mm
_PADDING = 6  # points; what platypus keeps free inside its frame
_BAND = 9 * mm  # the coloured band at the head of the title page
_REGULAR, _BOLD = "CommonshelfText", "CommonshelfText-Bold"

_BODY = ParagraphStyle(
    "Body", fontName=_REGULAR, fontSize=9.5, leading=14.5, spaceAfter=6, textColor=HexColor(f"#{INK}")
)
_BULLET = ParagraphStyle("List", parent=_BODY, leftIndent=12, bulletIndent=2, spaceAfter=4)
_HEADING = ParagraphStyle(
    "Heading",
    parent=_BODY,
    fontName=_BOLD,
    fontSize=13,
    leading=17,
    spaceBefore=12,
    spaceAfter=6,
    textColor=HexColor(f"#{ACCENT}"),
    keepWithNext=1,
)
_TITLE = ParagraphStyle("Title", parent=_BODY, fontName=_BOLD, fontSize=22, leading=28, spaceAfter=10)
_BYLINE = ParagraphStyle("Byline", parent=_BODY, fontSize=11, leading=15, textColor=HexColor(f"#{MUTED}"))
_CONTENTS = ParagraphStyle("Contents", parent=_BODY, fontName=_BOLD, fontSize=10, spaceBefore=26, spaceAfter=6)


def write_pdf(manuscript: Manuscript) -> bytes:
    """Return the manuscript as PDF 1.4: a title page with linked contents, then the sections one after the other."""
    _embedded_glyphs()
    buffer = io.BytesIO()
    handout = _Handout(
        buffer,
        pagesize=A5,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 4 * mm,
        title=manuscript.title,
        author=manuscript.organisation,
        subject=" · ".join(section.heading for section in manuscript.sections),
        creator=CREATOR,
        lang=manuscript.language,
        displayDocTitle=True,
        invariant=1,  # no clock and no random identifier in the file
    )
    handout.build(_story(manuscript), onFirstPage=_draw_band, onLaterPages=_footer_of(manuscript))
    return buffer.getvalue()


class _Handout(SimpleDocTemplate):
    """A document whose headings become the bookmarks of the reading program."""

    @override
    def afterFlowable(self, flowable: Flowable) -> None:
        if isinstance(flowable, Paragraph) and flowable.style.name == _HEADING.name:
            text = flowable.getPlainText()
            key = f"{self.page}-{text}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level=0)


def _story(manuscript: Manuscript) -> list[Flowable]:
    story: list[Flowable] = [Spacer(1, 34 * mm), _paragraph(manuscript.title, _TITLE)]
    story += [_paragraph(manuscript.organisation, _BYLINE), _paragraph(manuscript.contents_heading, _CONTENTS)]
    for number, section in enumerate(manuscript.sections, start=1):
        link = f'<a href="#section-{number}">{escape(_printable(section.heading))}</a>'
        story.append(Paragraph(f"{number}. {link}", _BULLET))
    story.append(PageBreak())
    for number, section in enumerate(manuscript.sections, start=1):
        story += _section(number, section)
    return story


def _section(number: int, section: Section) -> list[Flowable]:
    heading = f'<a name="section-{number}"/>{escape(_printable(section.heading))}'
    return [Paragraph(heading, _HEADING), *(_block(block) for block in section.blocks())]


def _block(block: Block) -> Paragraph:
    if block.is_bullet:
        return Paragraph(escape(_printable(block.text)), _BULLET, bulletText="•")
    return _paragraph(block.text, _BODY)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(_printable(text)), style)


def _draw_band(canvas: Canvas, _document: SimpleDocTemplate) -> None:
    width, height = A5
    canvas.setFillColor(HexColor(f"#{ACCENT}"))
    canvas.rect(0, height - _BAND, width, _BAND, stroke=0, fill=1)


def _footer_of(manuscript: Manuscript) -> Callable[[Canvas, SimpleDocTemplate], None]:
    def draw(canvas: Canvas, _document: SimpleDocTemplate) -> None:
        width, _height = A5
        canvas.setFont(_REGULAR, 7.5)
        canvas.setFillColor(HexColor(f"#{MUTED}"))
        canvas.drawString(_MARGIN + _PADDING, 11 * mm, _printable(manuscript.organisation))
        canvas.drawRightString(width - _MARGIN - _PADDING, 11 * mm, str(canvas.getPageNumber()))

    return draw


@cache
def _embedded_glyphs() -> frozenset[int]:
    """Register the fonts that come with reportlab and return the code points they can draw."""
    folder = Path(reportlab.__file__).parent / "fonts"
    regular = TTFont(_REGULAR, str(folder / "Vera.ttf"))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(_BOLD, str(folder / "VeraBd.ttf")))
    return frozenset(regular.face.charToGlyph)


def _printable(text: str) -> str:
    """Replace what the embedded font lacks, so that no empty box is printed: "whānau" → "whanau", a symbol → "-"."""
    return "".join(_drawable(character) for character in text)


def _drawable(character: str) -> str:
    candidates = (character, unicodedata.normalize("NFKD", character)[0])
    return next((candidate for candidate in candidates if ord(candidate) in _embedded_glyphs()), "-")
