"""Where proposals come from: an uploaded file, a web page. Both are read in the process that can do no harm."""

import tempfile
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _g

from library.contributing.prefill.proposal import Proposal, propose
from library.files.models import LibraryDocument
from library.files.read_upload import read_upload
from library.moderation.refusals import Refusal
from library.web.errors import NoSuchHost, NotForUs, Unreachable
from library.web.fetch import Answer, fetch

LARGEST: Final = 8 * 1024 * 1024  # bytes of a page or a file that is fetched to be looked at; it is not kept
KINDS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
type Fetch = Callable[[str, int], Answer]


def propose_from_file(document: LibraryDocument) -> Proposal:
    """Return what an uploaded file proposes; one that cannot be read proposes its name."""
    with document.open_file() as file:
        reading = read_upload(file, document.file_extension, describes=True)
    return propose(reading, document.title)


def propose_from_address(url: str, ask: Fetch = fetch) -> Proposal:
    """Return what a web page, or a file at an address, proposes. Raises ``Refusal`` where nothing can be read."""
    answer = _fetched(url, ask)
    kind = KINDS.get(answer.content_type.partition(";")[0].strip().lower())
    if kind is None or answer.content_encoding not in ("", "identity"):
        raise Refusal(_g("Nothing can be read from that address: it is neither a web page nor a PDF, DOCX or PPTX."))
    with tempfile.TemporaryFile() as body:
        body.write(answer.body)
        body.flush()
        return propose(read_upload(body, kind, describes=True), name_at(answer.url, kind))


def name_at(url: str, kind: str) -> str:
    """Return the name of a file in its address; that of a web page says nothing."""
    return "" if kind == "html" else PurePosixPath(unquote(urlsplit(url).path)).name


def _fetched(url: str, ask: Fetch) -> Answer:
    try:
        answer = ask(url, LARGEST)
    except NotForUs as error:
        raise Refusal(_g("Give an address on the public web, one that everybody can open.")) from error
    except NoSuchHost as error:
        raise Refusal(_g("There is no site of that name. Is the address complete?")) from error
    except Unreachable as error:
        raise Refusal(_g("That site did not answer in time. Try again, or fill in the form by hand.")) from error
    if answer.status >= 400:
        words = _g("That address answers with an error (%(status)s). Does it open in your browser?")
        raise Refusal(words % {"status": answer.status})
    return answer
