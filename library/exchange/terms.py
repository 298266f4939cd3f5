"""Topics and audiences by the words that the sources use for them; what is missing is created in bulk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Self

from library.exchange.folding import fold, fold_group, short_name
from library.models import Audience, AudienceLabel, LabelKind, Topic, TopicLabel

# One branch at the top of the tree takes everything, so that the network's own topics keep their places; words that
# were no topics even in the source stand one level lower. An editor moves and merges them from there.
TOPICS_BRANCH = ("imported-topics", "Imported topics")
KEYWORDS_BRANCH = ("imported-keywords", "Imported keywords")
_BRANCH_LABELS = {
    "imported-topics": {
        "nl": "Geïmporteerde onderwerpen",
        "de": "Importierte Themen",
        "fr": "Thèmes importés",
        "es": "Temas importados",
    },
    "imported-keywords": {
        "nl": "Geïmporteerde trefwoorden",
        "de": "Importierte Schlagwörter",
        "fr": "Mots-clés importés",
        "es": "Palabras clave importadas",
    },
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Primary keys by folded word, and the short names that are taken."""

    key_of: Callable[[str], str]
    ids: dict[str, int] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)

    @classmethod
    def topics(cls) -> Self:
        """Read the topics under their names and all their labels."""
        terms = cls(fold)
        labels = TopicLabel.objects.order_by("kind").values_list("label", "topic_id")  # "alt" first: "pref" wins
        names = Topic.objects.order_by("-pk").values_list("name", "pk")
        terms._learn([*labels, *names], Topic.objects.values_list("slug", flat=True))
        return terms

    @classmethod
    def audiences(cls) -> Self:
        """Read the audiences under their names in every language."""
        terms = cls(fold_group)
        labels = AudienceLabel.objects.values_list("label", "audience_id")
        names = Audience.objects.order_by("-pk").values_list("name", "pk")
        terms._learn([*labels, *names], Audience.objects.values_list("slug", flat=True))
        return terms

    def _learn(self, words: Iterable[tuple[str, int]], slugs: Iterable[str]) -> None:
        self.ids.update((self.key_of(word), pk) for word, pk in words)
        self.slugs.update(slugs)

    def missing(self, words: Iterable[str]) -> list[str]:
        """Return the words that stand for nothing yet, each once, in the order in which they come."""
        unknown: dict[str, str] = {}
        for word in words:
            if self.key_of(word) not in self.ids:
                unknown.setdefault(self.key_of(word), word)
        return list(unknown.values())

    def ids_of(self, words: Iterable[str]) -> list[int]:
        """Return the keys of words that are all known, each once."""
        return list(dict.fromkeys(self.ids[self.key_of(word)] for word in words))

    def slug_for(self, word: str) -> str:
        """Take a short name that is free."""
        slug = short_name(word, self.slugs, fallback="term")
        self.slugs.add(slug)
        return slug


def create_topics(terms: Terms, topics: Iterable[str], keywords: Iterable[str]) -> int:
    """Create the topics that are missing, without signals; return how many."""
    created = 0
    for words, path in ((topics, (TOPICS_BRANCH,)), (keywords, (TOPICS_BRANCH, KEYWORDS_BRANCH))):
        if missing := terms.missing(words):
            branch = _branch(terms, path)
            rows = [Topic(slug=terms.slug_for(word), name=word, parent_id=branch) for word in missing]
            _remember(terms, Topic.objects.bulk_create(rows))
            created += len(rows)
    return created


def create_audiences(terms: Terms, words: Iterable[str]) -> int:
    """Create the audiences that are missing, without signals; return how many."""
    rows = [Audience(slug=terms.slug_for(word), name=word) for word in terms.missing(words)]
    _remember(terms, Audience.objects.bulk_create(rows))
    return len(rows)


def _remember(terms: Terms, rows: Iterable[Topic | Audience]) -> None:
    terms.ids.update((terms.key_of(row.name), row.pk) for row in rows)


def _branch(terms: Terms, path: Iterable[tuple[str, str]]) -> int:
    """Return the key of the last topic of a path of ``(slug, name)``, creating what is missing of it."""
    parent: int | None = None
    for slug, name in path:
        topic = Topic.objects.filter(slug=slug).first()
        if topic is None:
            # In bulk even for one: listeners hear of the whole vocabulary once, at the end of the batch.
            topic = Topic.objects.bulk_create([Topic(slug=slug, name=name, parent_id=parent)])[0]
            TopicLabel.objects.bulk_create(
                TopicLabel(topic=topic, language=language, kind=LabelKind.PREFERRED, label=label)
                for language, label in _BRANCH_LABELS[slug].items()
            )
            terms.slugs.add(slug)
        parent = topic.pk
    if parent is None:
        raise ValueError("A branch needs a path.")
    return parent
