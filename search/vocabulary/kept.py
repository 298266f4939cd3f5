"""What a process keeps as long as the vocabulary stays the same, so that a page asks for one number and not for it all.

Whatever is kept this way must raise ``VocabularyStamp`` when it changes.
"""

from collections.abc import Callable
from threading import Lock

from django.http import HttpRequest

from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary, get_vocabulary

ON_REQUEST = "_vocabulary"


class Kept[Value]:
    """A value that is read again for another vocabulary; the vocabulary is read first, so no change is missed."""

    def __init__(self, read: Callable[[], Value]) -> None:
        self._read = read
        self._lock = Lock()
        self._known: tuple[Vocabulary, Value] | None = None

    def get(self, vocabulary: Vocabulary) -> Value:
        """Return the value as of a vocabulary."""
        known = self._known
        if known is None or known[0] is not vocabulary or vocabulary is NO_VOCABULARY:
            with self._lock:
                known = self._known = (vocabulary, self._read())
        return known[1]


def vocabulary_of(request: HttpRequest) -> Vocabulary:
    """Return the vocabulary of the moment a request first asked for it. One small query a request."""
    known: Vocabulary | None = getattr(request, ON_REQUEST, None)
    if known is None:
        known = get_vocabulary()
        setattr(request, ON_REQUEST, known)
    return known
