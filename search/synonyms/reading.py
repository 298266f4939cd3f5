"""Reading the synonyms from the database."""

from search.synonyms.models import SynonymSet
from search.synonyms.rules import Synonyms, rules_of


def read_synonyms() -> Synonyms:
    """Return every set as rules. One query."""
    sets = SynonymSet.objects.order_by("pk").values_list("language", "words", "stands_for")
    return Synonyms(
        rule
        for language, words, stands_for in sets
        for rule in rules_of(language, words.splitlines(), stands_for.splitlines())
    )
