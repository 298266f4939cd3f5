"""Folding names, so that the same thing spelled twice is one thing."""

import re
import unicodedata

from django.utils.text import slugify

_CAMEL = re.compile(r"(?<=[a-zA-Z])(?=[A-Z][a-z])")
_SEPARATORS = re.compile(r"[\s_\-‐-―/]+")  # hyphens and dashes of all lengths
_MACHINE = re.compile(r"^(https?|file|urn|doi|orcid):|^[0-9a-f]{8}-[0-9a-f-]{20,}$|^\d+$|\w#\w|^\W+$", re.IGNORECASE)


def fold(name: str) -> str:
    """Return the key under which a name is compared: no case, accents, hyphens or spaces make a difference.

    ``fold("RNA-Seq") == fold("rna seq")``; signs that distinguish stay: ``fold("C++") != fold("C#")``.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _SEPARATORS.sub(" ", bare).strip(" .,;:")


def fold_group(name: str) -> str:
    """Return the key of a group of people: singular and plural are one, as in "Researcher" and "researchers"."""
    return " ".join(word.removesuffix("s") for word in fold(name).split())


def spell_out(name: str) -> str:
    """Return a name as people write it: ``#data management`` becomes ``Data management``.

    Words with a capital of their own (``jQuery``) are left alone.
    """
    words = " ".join(name.split()).strip(" .,;:").lstrip("#")
    return words[:1].upper() + words[1:] if words.islower() else words


def spell_out_group(name: str) -> str:
    """Return the name of a group of people as people write it: ``PhDStudent`` becomes ``PhD Student``."""
    return spell_out(_CAMEL.sub(" ", name).removeprefix("and "))


def is_machine_name(name: str) -> bool:
    """Whether a value is an address, a number or an identifier, and no word for people."""
    return bool(_MACHINE.search(name))


def short_name(name: str, taken: set[str], fallback: str) -> str:
    """Return a slug of at most 80 characters that is not taken: ``c``, ``c-2``, ``c-3``."""
    base = slugify(name, allow_unicode=True)[:80].strip("-_") or fallback
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
