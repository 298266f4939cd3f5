"""Names of what can be measured."""

import pytest

from search.ranking import RANKINGS, SITE
from search.relevance.configuration import (
    Configuration,
    UnknownConfiguration,
    configuration_of,
    other_configuration,
)

FIRST = Configuration("embedded", "embedded")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("elasticsearch", Configuration("elasticsearch", "elasticsearch")),
        ("plain", Configuration("embedded", "plain", RANKINGS["plain"])),
        ("elasticsearch:plain", Configuration("elasticsearch", "elasticsearch:plain", RANKINGS["plain"])),
        ("site", Configuration("embedded", "site", SITE)),
    ],
)
def test_a_name_is_an_engine_a_ranking_or_both(name: str, expected: Configuration) -> None:
    assert other_configuration(name, FIRST) == expected


@pytest.mark.parametrize("name", ["", "solr", "solr:plain", "embedded:", "embedded:fancy"])
def test_an_unknown_name_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownConfiguration, match="elasticsearch, embedded"):
        other_configuration(name, FIRST)


def test_the_engine_in_force_is_measured_if_none_is_named() -> None:
    assert configuration_of("") == Configuration("embedded", "embedded")
    assert configuration_of("elasticsearch").engine == "elasticsearch"
