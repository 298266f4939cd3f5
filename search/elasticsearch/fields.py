"""The names of the fields in the index, as mapping, documents and questions share them."""

from functools import cache

OWN_TEXTS = ("title", "summary", "body", "parts")
LABELS = ("topic_labels", "region_names", "organisation_title", "people")

WORDS = "words"  # of a resource's own texts and labels, unstemmed
FILE_WORDS = "file_words"  # of its files, unstemmed
LABELS_OF_ANY_LANGUAGE = "labels"
TITLES = "titles"  # unstemmed
BEGINNINGS = "titles.begun"
SPELLING = "spelling"  # titles that everybody may read
GRAMS = "grams"

FACET_FIELDS: dict[str, str] = {
    "type": "type",
    "topic": "topics",
    "region": "regions",
    "language": "language",
    "audience": "audiences",
    "level": "levels",
    "organisation": "organisation",
    "year": "year",
    "files": "has_file",
}


def text_field(language: str, text: str) -> str:
    """Return the field of a text in the analysis of a language."""
    return f"text.{language}.{text}"


@cache
def text_fields(languages: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the fields of a text in the analysis of several languages."""
    return tuple(text_field(language, text) for language in languages)
