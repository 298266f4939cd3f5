"""PPTX of the demo library: a title slide, then one slide a section, with notes, slide numbers and metadata."""

import io
from collections.abc import Callable

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.text import CT_TextParagraphProperties
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Length, Pt

from library.demo.manuscript import ACCENT, INK, MUTED, WRITTEN_AT, Block, Manuscript, Section
from library.demo.writers.package import without_timestamps

_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)  # 16:9
_LEFT = Inches(0.9)
_COLUMN = Emu(_WIDTH - 2 * _LEFT)
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any GUID; the same one for every slide number
# python-pptx leaves this constructor without types.
_new_colour: Callable[[int, int, int], RGBColor] = RGBColor
_TITLE_LAYOUT, _CONTENT_LAYOUT = 0, 1  # of python-pptx's own template


def write_pptx(manuscript: Manuscript) -> bytes:
    """Return the manuscript as a presentation of `len(sections) + 1` slides."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = _WIDTH, _HEIGHT
    _set_properties(presentation, manuscript)
    _add_title_slide(presentation, manuscript)
    for number, section in enumerate(manuscript.sections, start=2):
        _add_section_slide(presentation, manuscript, section, number)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return without_timestamps(buffer.getvalue())


def _set_properties(presentation: Presentation, manuscript: Manuscript) -> None:
    properties = presentation.core_properties
    properties.title = manuscript.title
    properties.author = properties.last_modified_by = manuscript.organisation
    properties.language = manuscript.language
    properties.created = properties.modified = WRITTEN_AT


def _add_title_slide(presentation: Presentation, manuscript: Manuscript) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_LAYOUT])
    _draw_band(slide, height=Inches(0.45))
    title, subtitle = slide.placeholders[0], slide.placeholders[1]
    _place(title, Inches(2.2), Inches(2.0))
    _place(subtitle, Inches(4.4), Inches(1.0))
    _write(title.text_frame, [Block(manuscript.title)], Pt(44), INK, manuscript.language)
    _write(subtitle.text_frame, [Block(manuscript.organisation)], Pt(24), MUTED, manuscript.language)


def _add_section_slide(presentation: Presentation, manuscript: Manuscript, section: Section, number: int) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[_CONTENT_LAYOUT])
    _draw_band(slide, height=Inches(0.12))
    title, body = slide.placeholders[0], slide.placeholders[1]
    _place(title, Inches(0.5), Inches(1.1))
    _place(body, Inches(1.8), Inches(4.9))
    blocks = list(section.blocks())
    _write(title.text_frame, [Block(section.heading)], Pt(34), ACCENT, manuscript.language)
    _write(body.text_frame, blocks, _size_for(blocks), INK, manuscript.language)
    _add_slide_number(slide.shapes, number)
    spoken = list(section.spoken())
    notes = slide.notes_slide.notes_text_frame if spoken else None
    if notes is not None:
        notes.text = "\n".join(block.text for block in spoken)


def _size_for(blocks: list[Block]) -> Pt:
    """Choose the type size at which the text fits: 24 pt up to 420 letters, 20 pt up to 680, else 17 pt.

    At 24 pt a line of the column holds about 70 letters and the box 11 lines with their spacing.
    """
    letters = sum(len(block.text) + 30 for block in blocks)  # 30: the rest of a line and the space after it
    if letters <= 420:
        return Pt(24)
    return Pt(20) if letters <= 680 else Pt(17)


def _write(frame: TextFrame, blocks: list[Block], size: Length, colour: str, language: str) -> None:
    frame.word_wrap = True
    frame.text = "\n".join(block.text for block in blocks)
    for block, paragraph in zip(blocks, frame.paragraphs, strict=False):  # an empty text has one empty paragraph
        paragraph.space_after = Pt(8)
        for run in paragraph.runs:
            run.font.size = size
            run.font.color.rgb = _rgb(colour)
            run._r.get_or_add_rPr().set("lang", language)
        if not block.is_bullet:
            _remove_bullet(paragraph._p.get_or_add_pPr())


def _remove_bullet(properties: CT_TextParagraphProperties) -> None:
    """Make a paragraph of the content placeholder plain: it would carry a bullet and hang from it."""
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(OxmlElement("a:buNone"))


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour)
    return _new_colour(red, green, blue)


def _place(shape: BaseShape, top: Length, height: Length) -> None:
    shape.left, shape.top, shape.width, shape.height = _LEFT, top, _COLUMN, height


def _draw_band(slide: Slide, height: Length) -> None:
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(0), _WIDTH, height)
    band.name = "Band"
    band.fill.solid()
    band.fill.fore_color.rgb = _rgb(ACCENT)
    band.line.fill.background()


def _add_slide_number(shapes: SlideShapes, number: int) -> None:
    """Add the number as a field, so that it follows when slides are moved; python-pptx has no method for it."""
    box = shapes.add_textbox(Emu(_LEFT + _COLUMN - Inches(1)), Inches(6.9), Inches(1), Inches(0.4))
    box.name = "Slide number"
    paragraph = box.text_frame.paragraphs[0]._p
    field, properties, text = OxmlElement("a:fld"), OxmlElement("a:rPr"), OxmlElement("a:t")
    field.set("id", _NUMBER_FIELD)
    field.set("type", "slidenum")
    properties.set("sz", "1200")
    text.text = str(number)
    field.append(properties)
    field.append(text)
    paragraph.append(field)
