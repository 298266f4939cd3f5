"""The texts of the demo library say only what the models, the vocabularies and the reader's patience can take."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import pytest

from library.demo.documents import CONTENT_TYPES
from library.demo.resources import STATES
from library.demo.texts import DATA, FileText, OrganisationText, ResourceText, organisation_files, tables
from library.languages import CODES
from library.models import RESOURCE_TYPES, Evidence, Format, Level, PersonRole
from network.models import Role
from network.organisations.models import Tier, Trust
from network.regions.loading import read_regions

LONGEST_SUMMARY = 400  # characters; a result list shows it whole


@cache
def organisations() -> tuple[OrganisationText, ...]:
    return tuple(OrganisationText.read(path) for path in organisation_files().values())


def resources() -> list[ResourceText]:
    return [resource for organisation in organisations() for resource in organisation.resources]


def files() -> list[FileText]:
    return [file for resource in resources() for file in resource.files]


def of_type(key: str) -> list[ResourceText]:
    return [resource for resource in resources() if resource.type == key]


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_toml(path: Path) -> None:
    assert tomllib.loads(path.read_text("utf-8"))


def test_a_file_bears_the_name_of_its_organisation() -> None:
    assert [organisation.slug for organisation in organisations()] == list(organisation_files())


def test_the_library_is_large_and_mixed_enough() -> None:
    states = Counter(resource.state for resource in resources())
    assert states["published"] >= 80
    assert states["draft"] >= 3
    assert states["in-review"] >= 3
    assert len({resource.language for resource in resources() if resource.state == "published"}) >= 5
    assert {resource.type for resource in resources()} == set(RESOURCE_TYPES)
    assert len([resource for resource in resources() if resource.files]) >= 25
    assert {file.format for file in files()} == set(CONTENT_TYPES)
    assert [resource.private for resource in resources() if resource.private] == ["login"]


def test_twelve_organisations_stand_on_all_continents() -> None:
    parents = {row.code: row.parent for row in read_regions()}

    def continent(code: str) -> str:
        return code if parents[code] == "world" else continent(parents[code])

    assert len(organisations()) == 12
    continents = {continent(organisation.region) for organisation in organisations()}
    assert continents == {"africa", "americas", "asia", "europe", "oceania"}


@pytest.mark.parametrize("organisation", organisations(), ids=lambda organisation: organisation.slug)
def test_an_organisation_uses_known_words(organisation: OrganisationText) -> None:
    assert organisation.tier in Tier.values
    assert organisation.trust in Trust.values
    assert {person.role for person in organisation.people} == {Role.CONTRIBUTOR, Role.COORDINATOR}
    assert 0 < len(organisation.summary) <= LONGEST_SUMMARY


@pytest.mark.parametrize("resource", resources(), ids=lambda resource: resource.slug)
def test_a_resource_uses_known_words(resource: ResourceText) -> None:
    assert resource.type in RESOURCE_TYPES
    assert resource.state in STATES
    assert resource.language in CODES
    assert set(resource.topics) <= {row["slug"] for row in tables("topics")}
    assert set(resource.regions) <= {row.code for row in read_regions()}
    assert set(resource.audiences) <= {row["slug"] for row in tables("audiences")}
    assert resource.licence in {row["spdx"] for row in tables("licences")}
    assert {person["role"] for person in resource.people} <= set(PersonRole.values)


@pytest.mark.parametrize("resource", resources(), ids=lambda resource: resource.slug)
def test_a_resource_can_be_read_in_a_list_and_on_its_page(resource: ResourceText) -> None:
    assert 40 <= len(resource.summary) <= LONGEST_SUMMARY
    assert 1 <= len(resource.topics) <= 3
    assert resource.regions
    assert resource.audiences
    assert len(resource.body.split()) >= 80


def test_addresses_of_resources_and_files_are_not_taken_twice() -> None:
    for names in (Counter(resource.slug for resource in resources()), Counter(file.name for file in files())):
        assert {name for name, times in names.items() if times > 1} == set()


def test_nothing_leads_to_a_real_address() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (DATA / "organisations").glob("*.toml"))
    hosts = {urlsplit(url).hostname or "" for url in re.findall(r"https?://[^\s\"<>)]+", text)}
    hosts |= set(re.findall(r"[\w.+-]+@([\w.-]+)", text))
    assert {host for host in hosts if not host.rstrip(".").endswith(".example")} == set()


def test_training_says_what_one_can_do_afterwards() -> None:
    for resource in of_type("training"):
        assert resource.details["format"] in Format.values
        assert set(resource.details["levels"]) <= set(Level.values)
        assert resource.details["objectives"]


def test_guides_say_how_sure_they_are() -> None:
    for resource in of_type("guide"):
        recommendations = resource.details["recommendations"]
        assert 4 <= len(recommendations) <= 9
        assert {row["evidence"] for row in recommendations} <= set(Evidence.values)


def test_events_hang_their_clock_somewhere_and_cite_what_exists() -> None:
    slugs = {organisation.slug: {each.slug for each in organisation.resources} for organisation in organisations()}
    for organisation in organisations():
        for resource in organisation.resources:
            if resource.type == "event":
                assert resource.details["time_zone"] in available_timezones()
                assert set(resource.details["cites"]) <= slugs[organisation.slug]


def test_some_events_are_over_and_some_are_to_come() -> None:
    starts = [resource.details["starts_in"] for resource in of_type("event")]
    assert min(starts) < 0 < max(starts)


@pytest.mark.parametrize("file", files(), ids=lambda file: file.name)
def test_a_file_has_several_pages_to_fill(file: FileText) -> None:
    assert file.format in CONTENT_TYPES
    assert 4 <= len(file.sections) <= 9
