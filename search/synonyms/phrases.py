"""Phrases as they are typed in the CMS: tidied, and refused where they could not work."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from search.languages import STOP_WORDS
from search.words import fold, question_words

MAX_CHARACTERS = 1000  # of a list
MAX_PHRASES = 20  # in a list: each is one more thing to look for whenever one of them is asked
MAX_PHRASE_CHARACTERS = 80
MAX_WORDS = 5  # of a phrase: longer ones are sentences, which nobody types the same twice


def folded(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared: without case and accents."""
    return tuple(fold(word) for word in question_words(phrase))


def clean_phrases(text: str) -> list[str]:
    """Return the phrases of a list, one from each line, without superfluous spaces and empty lines."""
    return [phrase for line in text.splitlines() if (phrase := " ".join(line.split()))]


def check_phrases(field: str, phrases: Sequence[str], at_least: int) -> None:
    """Raise ``ValidationError`` for the field with every problem of its phrases."""
    problems = [problem for phrase in phrases if (problem := _problem(phrase))]
    keys = [folded(phrase) for phrase in phrases]
    problems += [_("“%s” stands here twice.") % phrases[n] for n, key in enumerate(keys) if key in keys[:n]]
    if len(phrases) < at_least:
        problems.append(_("Give at least two, each on its own line.") if at_least > 1 else _("Give at least one."))
    if len(phrases) > MAX_PHRASES:
        problems.append(_("At most %d fit in one set; make several of it.") % MAX_PHRASES)
    if problems:
        raise ValidationError({field: problems})


def _problem(phrase: str) -> str:
    words = folded(phrase)
    if not words:
        return _("“%s” has no word in it.") % phrase
    if STOP_WORDS.issuperset(words):
        return _("“%s” has only words that the search leaves out.") % phrase
    if len(words) > MAX_WORDS or len(phrase) > MAX_PHRASE_CHARACTERS:
        return _("“%(phrase)s” has more than %(number)d words or is too long.") % {
            "phrase": phrase[:MAX_PHRASE_CHARACTERS],
            "number": MAX_WORDS,
        }
    return ""
