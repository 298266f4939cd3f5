"""Synonyms of the demo library: a few of each kind, in two languages and in all of them."""

from search.models import SynonymKind, SynonymSet

Phrases = tuple[str, ...]

# (language of the question, words that mean the same), and (language, words, what they also find)
EQUIVALENT: tuple[tuple[str, Phrases], ...] = (
    ("en", ("fake news", "misinformation", "disinformation", "false rumours")),
    ("en", ("doctor", "physician", "clinician")),
    ("en", ("peer support", "fellow patients")),
    ("nl", ("nepnieuws", "desinformatie", "misinformatie")),
    ("nl", ("verpleegkundige", "verpleegster", "verpleger")),
    ("nl", ("lotgenotencontact", "lotgenoten", "steun van medepatiënten")),
)
ONE_WAY: tuple[tuple[str, Phrases, Phrases], ...] = (
    ("", ("Facebook", "Instagram", "TikTok"), ("social media", "sociale media", "réseaux sociaux", "redes sociales")),
    ("en", ("selfie",), ("photo", "photography")),
    ("nl", ("kiekje", "selfie"), ("foto", "beeldmateriaal")),
)


def load_synonyms() -> None:
    """Add the sets that are not there."""
    for language, words in EQUIVALENT:
        _add(language, SynonymKind.EQUIVALENT, words)
    for language, words, found in ONE_WAY:
        _add(language, SynonymKind.ONE_WAY, words, found)


def _add(language: str, kind: SynonymKind, words: Phrases, found: Phrases = ()) -> None:
    made = SynonymSet(language=language, kind=kind, words="\n".join(words), stands_for="\n".join(found))
    if not SynonymSet.objects.filter(language=language, words=made.words).exists():
        made.full_clean()
        made.save()
