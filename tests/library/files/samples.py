"""Files of every kind, made when they are needed: nothing binary lies in the repository."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Ask before you film in the waiting room."


def pdf(*pages: str, size: tuple[float, float] = A4, password: str | None = None, owner: str | None = None) -> bytes:
    """Return a PDF with a line of text on each page; encrypted where there is a password or an owner."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    encrypt = StandardEncryption(password or "", ownerPassword=owner) if password or owner else None
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=encrypt)
    for text in pages:
        canvas.setFont("Helvetica", 24)
        canvas.drawString(size[0] / 10, size[1] / 2, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def drawing() -> bytes:
    """Return a PDF as a scanner makes it: a picture, no text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(100, 100, 300, 400, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def empty_pdf() -> bytes:
    """Return a PDF without a page."""
    out = io.BytesIO()
    PdfDocument.new().save(out)
    return out.getvalue()


def docx() -> bytes:
    """Return a text with two headings and a table."""
    document = Document()
    document.add_paragraph("Before the first heading.")
    document.add_heading("Consent", level=1)
    document.add_paragraph(SENTENCE)
    document.add_heading("Costs", level=2)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Camera", "200 euro"
    return _saved(document)


def pptx(slides: Sequence[str] = (SENTENCE,), notes: str = "Speak slowly.") -> bytes:
    """Return slides with a title, a table and notes each."""
    presentation = Presentation()
    for text in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = text
        table = slide.shapes.add_table(1, 1, Inches(1), Inches(2), Inches(4), Inches(1)).table
        table.cell(0, 0).text = "Budget 2026"
        slide.notes_slide.notes_text_frame.text = notes
    return _saved(presentation)


def xlsx() -> bytes:
    """Return a workbook with two sheets, one of them empty."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Followers"
    sheet.append(["Month", "Followers"])
    sheet.append(["May", 1200])
    workbook.create_sheet("Later")
    return _saved(workbook)


def odt(content: str, manifest: str = "<manifest/>") -> bytes:
    """Return an OpenDocument text with some content."""
    body = f'<office xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{content}</office>'
    return packed({"META-INF/manifest.xml": manifest, "content.xml": body})


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(archive: bytes, **members: str | bytes) -> bytes:
    """Return an archive with other content in members; ``word_document`` names ``word/document.xml``."""
    wanted = {name.replace("_", "/", 1) + ".xml": content for name, content in members.items()}
    with zipfile.ZipFile(io.BytesIO(archive)) as former:
        return packed({**{name: former.read(name) for name in former.namelist()}, **wanted})


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
