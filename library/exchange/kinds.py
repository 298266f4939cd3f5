"""What a type in the source is here: one of our four types and, for training material, its format."""

from collections.abc import Iterable
from dataclasses import dataclass

from library.exchange.folding import fold
from library.models import Format

TRAINING, CASE_STUDY, GUIDE, EVENT = "training", "case-study", "guide", "event"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type's key as in ``RESOURCE_TYPES``, and a format, empty for types that have none."""

    type_key: str
    format: str = ""


_CASE_STUDIES = ("outbreak notice", "case study", "case studies", "case report")
_GUIDES = ("best practices", "best practice guide", "guideline", "guidelines", "implementation guidelines", "guide")
# Only what says that it takes place: the date of "Webinar" or "course" is when the material was published.
_EVENTS = ("event", "conference", "meeting")
# From the most telling to the vaguest: a record that is "material" and "slides" is slides.
_FORMATS: dict[Format, tuple[str, ...]] = {
    Format.WEBINAR: ("webinar", "recorded webinar", "recording", "talk"),
    Format.VIDEO: ("video", "youtube video", "series of videos", "interview"),
    Format.PODCAST: ("podcast", "podcastseries"),
    Format.SLIDES: (
        "slides",
        "slidedeck",
        "slide deck",
        "slideshow",
        "slide deck presentation",
        "slides presentation",
        "slideck presentation",
        "presentation",
        "poster",
    ),
    Format.COURSE: (
        "course",
        "course materials",
        "workshop",
        "online course",
        "free online course",
        "online modules",
        "lessons",
        "hackathon",
        "learning pathway",
        "carpentries style curriculum",
    ),
    Format.TUTORIAL: (
        "tutorial",
        "tutorials",
        "hands on tutorial",
        "how to guide",
        "exercise",
        "drill and practice",
        "cookbook",
        "worksheet",
        "vignette",
        "lesson plan",
        "assessment",
        "workflow",
    ),
    Format.E_LEARNING: ("e learning", "elearning", "online material", "e learning workshop"),
    Format.DATA: (
        "mock data",
        "data",
        "script",
        "scripts",
        "jupyter notebook",
        "jupyter notebooks",
        "codenotebook",
        "coding",
        "computer software",
        "softwaresourcecode",
        "tool",
        "toolkit",
        "r shiny application",
        "database",
    ),
    Format.HANDOUT: (
        "handout",
        "pdf",
        "article",
        "book",
        "textbook",
        "handbook",
        "manual",
        "report",
        "notes",
        "documentation",
        "webpage",
        "blog post",
        "additional reading",
    ),
    Format.OTHER: ("material", "lecture", "training materials", "other", "index", "open educational resource"),
}

_KINDS: dict[str, Kind] = {
    **{word: Kind(EVENT) for word in _EVENTS},
    **{word: Kind(CASE_STUDY) for word in _CASE_STUDIES},
    **{word: Kind(GUIDE) for word in _GUIDES},
    **{word: Kind(TRAINING, format) for format, words in _FORMATS.items() for word in words},
}
_ORDER = {kind: number for number, kind in enumerate(_KINDS.values())}
UNSTATED = Kind(TRAINING, Format.OTHER)


def kind_of(types: Iterable[str]) -> tuple[Kind, tuple[str, ...]]:
    """Return the most telling kind among a record's types, and the types that are not known.

    ``modalia#BestPractices`` is read as ``best practices``: a prefix before ``#`` and the writing in capitals go.
    """
    known, unknown = list[Kind](), list[str]()
    for name in types:
        kind = _KINDS.get(_folded(name))
        if kind:
            known.append(kind)
        else:
            unknown.append(name)
    return min(known, key=_ORDER.__getitem__, default=UNSTATED), tuple(unknown)


def _folded(name: str) -> str:
    last = name.rpartition("#")[2]
    return fold({"BestPractices": "best practices", "CaseStudy": "case study"}.get(last, last))
