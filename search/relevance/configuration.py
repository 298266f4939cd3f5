"""What is measured: an engine with a ranking, named ``elasticsearch``, ``plain`` or ``embedded:plain``."""

from dataclasses import dataclass

from django.conf import settings

from search.ranking import RANKINGS, SITE, Ranking

ENGINES = ("elasticsearch", "embedded")


class UnknownConfiguration(Exception):
    """There is no such engine or ranking; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """One way to answer, and its name in reports."""

    engine: str
    name: str
    ranking: Ranking = SITE


def configuration_of(engine: str) -> Configuration:
    """Return an engine, by default the one in force, as the site uses it."""
    name = engine or str(settings.SEARCH_ENGINE)
    return Configuration(name, name)


def other_configuration(name: str, first: Configuration) -> Configuration:
    """Return a named configuration; an engine that is not named is the first one's. Raises ``UnknownConfiguration``."""
    engine, _, ranking = name.rpartition(":")
    if not engine and ranking in ENGINES:
        return Configuration(ranking, name)
    if (engine and engine not in ENGINES) or ranking not in RANKINGS:
        known = f"an engine ({', '.join(ENGINES)}), a ranking ({', '.join(RANKINGS)}), or both as engine:ranking"
        raise UnknownConfiguration(f"There is no configuration “{name}”; name {known}.")
    return Configuration(engine or first.engine, name, RANKINGS[ranking])
