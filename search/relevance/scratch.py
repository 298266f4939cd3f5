"""A scratch generation: a collection as the site would index it, beside the live index and never part of it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from library.exchange.guessing import guess_language
from library.languages import UNDETERMINED
from search.document import ResourceDocument
from search.engine import SCRATCH, EngineError, IndexStore
from search.relevance.collection import Collection, Text

SAMPLE = 100  # documents from which the language of a collection is guessed
VERSION = 1


def document_of(number: int, text: Text, language: str) -> ResourceDocument:
    """Return a document with its title in the title and its text in the body, and nothing else that is searched."""
    return ResourceDocument(
        page_id=number,
        type="guide",
        title=text.title,
        summary="",
        body=text.text,
        parts="",
        language=language,
        url="",
        organisation="",
        organisation_title="",
        original=number,
    )


def language_of(collection: Collection) -> str:
    """Return the language that the site guesses most often for a sample, evenly taken; undetermined if for none."""
    step = max(1, len(collection.documents) // SAMPLE)
    guesses = [guess_language(f"{text.title} {text.text}") for text in collection.documents[::step]]
    known = [guess for guess in guesses if guess]
    return max(sorted(set(known)), key=known.count) if known else UNDETERMINED


@contextmanager
def scratch_generation(store: IndexStore, documents: Iterable[ResourceDocument]) -> Iterator[str]:
    """Fill a generation and give its name; it is dropped afterwards, whatever happens. Raises ``EngineError``."""
    name = f"{SCRATCH}{uuid4().hex[:12]}"
    try:
        store.create(name)
        if failures := store.write(name, documents, (), VERSION):
            raise EngineError(f"{len(failures)} documents were refused, the first: {failures[0].message}")
        store.refresh(name)
        yield name
    finally:
        store.drop(name)
