"""What is to be marked, and how marked text comes back."""

from collections.abc import Sequence

from search.elasticsearch.bodies import Body, Clause, text_in
from search.engine import Fragment, Highlighted
from search.languages import STOP_WORDS
from search.question.ask import MAX_WORDS
from search.question.nodes import Question
from search.snippets import SNIPPET_CHARACTERS
from search.words import fold

MARK, UNMARK = "\ue000", "\ue001"  # around what matched: private-use characters, so never text and never HTML
MAX_ANALYSED = 1_000_000  # characters of a text looked at for highlights, the server's own limit
ANY_LANGUAGE = ("text.*.all",)  # a match may be in a language that the question does not look like

OPTIONS: Body = {
    "pre_tags": [MARK],
    "post_tags": [UNMARK],
    "order": "score",
    "number_of_fragments": 1,
    "fragment_size": SNIPPET_CHARACTERS,
    "require_field_match": False,
    "max_analyzed_offset": MAX_ANALYSED,
}


def marked_words(question: Question) -> list[str]:
    """Return the words to mark: those asked for and their synonyms, without stop words, unless there are no others."""
    phrases = [phrase for words in question.scored for phrase in (words.words, *words.synonyms)]
    found = dict.fromkeys(word for phrase in phrases for word in phrase)
    telling = [word for word in found if fold(word) not in STOP_WORDS]
    return (telling or list(found))[: 2 * MAX_WORDS]


def highlight(words: Sequence[str]) -> Body:
    """Ask for the whole title and the best stretch of each text, with the matches between ``MARK`` and ``UNMARK``."""
    fields = {"text.*.title": {"number_of_fragments": 0}, "text.*.summary": {}, "text.*.body": {}, "text.*.parts": {}}
    return OPTIONS | {"fields": fields, "highlight_query": words_in(ANY_LANGUAGE, words)}


def words_in(fields: Sequence[str], words: Sequence[str]) -> Clause:
    """Match any of these words."""
    return text_in(fields, " ".join(words))


def fragments(text: str) -> Highlighted:
    """Return highlighted text as fragments; a stray mark changes what is marked, never what is said."""
    before, *stretches = text.split(MARK)
    found = [Fragment(before.replace(UNMARK, ""))] if before else []
    for stretch in stretches:
        match, _, rest = stretch.partition(UNMARK)
        if match:
            found.append(Fragment(match, marked=True))
        if rest:
            found.append(Fragment(rest.replace(UNMARK, "")))
    return tuple(found)
