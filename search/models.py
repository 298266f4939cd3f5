"""Façade: every model of the app, from its concept package."""

from search.index.models import IndexClock, IndexGeneration, IndexQueueEntry
from search.synonyms.models import SynonymKind, SynonymSet
from search.vocabulary.models import VocabularyStamp

__all__ = ["IndexClock", "IndexGeneration", "IndexQueueEntry", "SynonymKind", "SynonymSet", "VocabularyStamp"]
