"""Changed synonyms are in force at the next question, in every process."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from search.synonyms.models import SynonymSet
from search.vocabulary.models import VocabularyStamp


def connect() -> None:
    """Connect the receiver; called once when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(synonyms_changed, sender=SynonymSet)


def synonyms_changed(sender: type[SynonymSet], **kwargs: Any) -> None:
    """The snapshot that has the synonyms is out of date."""
    VocabularyStamp.raise_number()
