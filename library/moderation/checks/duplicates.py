"""The same thing again: the same file, or nearly the same title and text as another resource."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django.db.models import Case, F, QuerySet, When
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process, utils

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level
from library.moderation.checks.others import other_resources, with_same_file
from library.resources.base import ResourcePage

TITLES_ALIKE: Final = 80  # of 100: "Asking before you film" and "Asking before filming" are 84, "Asking for consent" 56
TEXTS_ALIKE: Final = 40  # of 100: a copy with a new first paragraph is about 70, another text on the same subject 1
MOST_TITLES: Final = 20_000  # that are compared, newest first
MOST_CANDIDATES: Final = 5
MOST_WORDS: Final = 20_000  # of a text
RUN: Final = 5  # words
TITLE: Final = Case(When(live=True, then=F("title")), default=F("draft_title"))


class Duplicates(Check):
    """Other resources, published or in review, that are the same; what this one is adapted from does not count."""

    id = "duplicate"
    label = _("Not here already")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {
        "titles": Option(TITLES_ALIKE, _("Likeness of titles, in percent")),
        "texts": Option(TEXTS_ALIKE, _("Likeness of texts, in percent")),
    }

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each resource with the same file, then each with nearly the same title and text."""
        others = other_resources(material.page)
        by_file = with_same_file(material, others)
        for key, file in by_file.items():
            yield Found("files", {"page": key, "by": "file", "file": file})
        mine = shingles(material.text)
        alike = [key for key in _with_like_title(material.page, others, options["titles"]) if key not in by_file]
        for other in ResourcePage.objects.filter(pk__in=alike).specific():
            as_it_stands = other if other.live else other.get_latest_revision_as_object()
            percent = likeness(mine, shingles(Material(as_it_stands).text))
            if percent >= options["texts"]:
                yield Found("title", {"page": other.pk, "by": "text", "percent": percent})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what is the same; what the other one is called is shown only to those who may see it."""
        if data.get("by") == "file":
            return _g("Another resource has the same file: “%(file)s”.") % {"file": data.get("file", "")}
        words = _g("Another resource has nearly the same title, and shares %(percent)s%% of its text.")
        return words % {"percent": data.get("percent", "")}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g("If it builds on the other one, say so in “Adapted from”. If it is the same, send it only once.")


def _with_like_title(page: ResourcePage, others: QuerySet[ResourcePage], least: int) -> list[int]:
    titles = dict(others.order_by("-pk").values_list("pk", TITLE)[:MOST_TITLES])
    best = process.extract(
        page.title,
        titles,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=least,
        limit=MOST_CANDIDATES,
    )
    return [key for _title, _score, key in best]


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of five words in a text; a shorter one is one run."""
    words = utils.default_process(text).split()[:MOST_WORDS]
    return frozenset(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> int:
    """Return how much two texts have in common, of 100 (Jaccard)."""
    return round(100 * len(one & other) / len(one | other)) if one and other else 0
