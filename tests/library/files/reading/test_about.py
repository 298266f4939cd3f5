"""What files say of themselves, and what hostile ones do not achieve."""

import io

import pytest
from docx import Document
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from library.files.answer import parse_answer
from library.files.read_upload import read_upload
from library.files.reading.about import LONGEST, MOST, About
from library.files.reading.outcome import Ending
from tests.library.files import samples

PAGE = """<!doctype html><html lang="nl"><head><title>Vragen | Ziekenhuis</title>
<meta name="citation_title" content="Eerst vragen"><meta name="citation_author" content="Nora Maes">
<meta name="citation_author" content="Bo Chen"><meta name="citation_publication_date" content="2024/05/01">
<meta property="og:title" content="Eerst vragen - delen!"><meta name="description" content="Vijf vragen.">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head>
<body><p>Vraag het eerst.</p></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"name": "Ask first", "inLanguage": "en",
"author": [{"name": "Nora Maes"}, "Bo Chen"], "datePublished": "2023-01-02",
"license": {"url": "https://creativecommons.org/licenses/by-sa/4.0/"}}]}</script>"""


def about(content: bytes, extension: str) -> About | None:
    return read_upload(io.BytesIO(content), extension, describes=True).about


def pdf_with_properties() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, lang="nl-BE")
    canvas.setTitle("Eerst vragen")
    canvas.setAuthor("Nora Maes; Bo Chen")
    canvas.setSubject("Vijf vragen voor u filmt.")
    canvas.drawString(100, 100, samples.SENTENCE)
    canvas.save()
    return out.getvalue()


def docx_with_properties() -> bytes:
    document = Document()
    document.add_paragraph(samples.SENTENCE)
    core = document.core_properties
    core.title, core.author, core.language, core.comments = "Ask first", "Nora Maes", "en-GB", "Five questions."
    return samples._saved(document)


def test_a_pdf() -> None:
    found = about(pdf_with_properties(), "pdf")
    assert found is not None
    assert (found.title, found.people, found.summary) == (
        "Eerst vragen",
        ("Nora Maes; Bo Chen",),
        "Vijf vragen voor u filmt.",
    )
    assert found.language == "nl-BE"
    assert found.date.startswith("D:20")


def test_a_pdf_that_names_its_licence() -> None:
    packet = b"<cc:license rdf:resource='https://creativecommons.org/licenses/by/4.0/'/>"
    found = about(pdf_with_properties() + b"\n% " + packet, "pdf")
    assert found is not None
    assert found.licences == ("https://creativecommons.org/licenses/by/4.0/",)


def test_a_text_and_slides() -> None:
    found = about(docx_with_properties(), "docx")
    assert found is not None
    assert (found.title, found.people, found.language) == ("Ask first", ("Nora Maes",), "en-GB")
    slides = Presentation()
    slides.core_properties.title = "Cameras"
    presented = about(samples._saved(slides), "pptx")
    assert presented is not None
    assert presented.title == "Cameras"


def test_a_web_page() -> None:
    found = about(PAGE.encode(), "html")
    assert found == About(
        title="Eerst vragen",
        summary="Vijf vragen.",
        language="nl",
        date="2024/05/01",
        people=("Nora Maes", "Bo Chen"),
        licences=("https://creativecommons.org/licenses/by/4.0/",),
    )


def test_a_web_page_with_linked_data() -> None:
    found = about(LINKED.encode(), "html")
    assert found is not None
    assert (found.title, found.people, found.date) == ("Ask first", ("Nora Maes", "Bo Chen"), "2023-01-02")
    assert found.licences == ("https://creativecommons.org/licenses/by-sa/4.0/",)


HOSTILE = {
    "entities": (
        samples.changed(
            docx_with_properties(),
            docProps_core='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x xmlns:dc='
            '"http://purl.org/dc/elements/1.1/"><dc:title>&a;</dc:title></x>',
        ),
        "docx",
    ),
    "no properties": (samples.changed(docx_with_properties(), docProps_core="<x"), "docx"),
    "endless properties": (samples.changed(docx_with_properties(), docProps_core="<x>" + "y" * 3_000_000), "docx"),
    "deep linked data": (f'<script type="application/ld+json">{"[" * 200_000}</script><p>Text'.encode(), "html"),
    "linked data of no kind": (
        b'<script type="application/ld+json">[[1], null, {"author": [[["x"]]]}]</script>T',
        "html",
    ),
    "not a page": (b"Only text.", "html"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_one_says_nothing_that_is_not_in_it(name: str) -> None:
    reading = read_upload(io.BytesIO(HOSTILE[name][0]), HOSTILE[name][1], describes=True)
    assert reading.ending in (Ending.READ, Ending.DAMAGED)
    assert reading.about is None or "root:" not in reading.about.title


def test_long_values_are_cut() -> None:
    found = About.of({"title": "x" * 10_000, "people": ["A\x00na"] * 100, "licences": []})
    assert (len(found.title), len(found.people), found.people[0]) == (LONGEST, MOST, "Ana")


@pytest.mark.parametrize(
    "said", ['{"about": 7}', '{"about": {"people": "Ana", "licences": []}}', '{"about": {"title": 1}}']
)
def test_an_answer_in_another_way_is_not_believed(said: str) -> None:
    answer = f'{said}\n{{"passage": [1, "", "Text"]}}\n{{"ending": "read", "places": 1, "unit": "page"}}\n'
    assert parse_answer(answer.encode()) is None
