"""PPTX by slide, with tables and the speaker's notes."""

from typing import IO, Any, Final

from pptx import Presentation

from library.files.reading.collecting import Collector

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, BREAK = f"{DRAWING}p", f"{DRAWING}br"
WRITTEN: Final = (f"{DRAWING}t", BREAK)


def read_pptx(file: IO[bytes], collect: Collector) -> int:
    """Collect the text of every slide under its title; return how many slides there are."""
    slides = Presentation(file).slides
    for number, slide in enumerate(slides, start=1):
        collect.look()
        title = slide.shapes.title
        texts = [shape_text(slide.element)]
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            texts.append(slide.notes_slide.notes_text_frame.text)
        collect.add(number, title.text_frame.text if title is not None else "", "\n".join(texts))
    return len(slides)


def shape_text(element: Any) -> str:
    """Return the text of every shape in an element: boxes, groups and tables alike, in the order they stand in."""
    return "\n".join(_paragraph_text(paragraph) for paragraph in element.iter(PARAGRAPH) if not _is_repeated(paragraph))


def _paragraph_text(paragraph: Any) -> str:
    return "".join(" " if piece.tag == BREAK else piece.text or "" for piece in paragraph.iter(*WRITTEN))


def _is_repeated(paragraph: Any) -> bool:
    """Tell whether a paragraph stands in what older programs show instead of the same thing."""
    return next(paragraph.iterancestors(FALLBACK), None) is not None
