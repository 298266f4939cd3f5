"""Checks are set in the CMS by administrators and editors; what they set holds for what is sent from then on."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertNumQueries
from wagtail.models import ModelLogEntry

from library.models import CheckSetting, Stage
from library.moderation.checks.duplicates import TEXTS_ALIKE
from library.moderation.checks.registry import CHECKS
from network.models import User
from network.rights import ADMINISTRATORS
from tests.clients import client_of
from tests.factories import UserFactory
from tests.library.moderation.stage import Network

LIST = "check_settings"


def setting_of(check_id: str) -> str:
    return reverse("check_setting", args=[check_id])


@pytest.fixture
def administrator(network: Network) -> User:
    """Somebody in the group, not a superuser."""
    person: User = UserFactory()
    person.groups.add(Group.objects.get(name=ADMINISTRATORS))
    return person


@pytest.mark.parametrize(
    ("who", "may"),
    [("editor", True), ("administrator", True), ("leader_be", False), ("coordinator", False), ("author", False)],
)
def test_editors_and_administrators_set_checks_and_nobody_else(network: Network, who: str, may: bool) -> None:
    client = client_of(getattr(network, who))
    for address in (reverse(LIST), setting_of("licence")):
        assert client.get(address).status_code == (200 if may else 302)
    client.post(setting_of("licence"), {"level": "info"})
    assert CheckSetting.objects.exists() == may
    assert (reverse(LIST) in client.get(reverse("wagtailadmin_home")).content.decode()) == may


def test_every_check_is_listed_and_has_a_page(administrator: User) -> None:
    client = client_of(administrator)
    shown = client.get(reverse(LIST)).content.decode()
    for check in CHECKS:
        assert setting_of(check.id) in shown
        assert str(check.label) in client.get(setting_of(check.id)).content.decode()


def test_one_that_is_not_made_is_not_found(administrator: User) -> None:
    assert client_of(administrator).get(setting_of("nonsense")).status_code == 404


def test_a_check_that_is_switched_off_holds_nothing_up(network: Network, administrator: User) -> None:
    client_of(administrator).post(setting_of("licence"), {"level": "block"})
    page = network.draft()
    page.licence = None
    page.save_revision()
    assert network.send(page).stage == Stage.REVIEW


def test_a_lighter_level_lets_it_through_to_the_reviewer(network: Network, administrator: User) -> None:
    client_of(administrator).post(setting_of("licence"), {"is_on": "on", "level": "warn"})
    page = network.draft()
    page.licence = None
    page.save_revision()
    submission = network.send(page)
    assert submission.stage == Stage.REVIEW
    assert [finding.level for finding in submission.findings.all()] == ["warn"]


def test_words_are_set_line_by_line_and_numbers_within_bounds(administrator: User) -> None:
    client = client_of(administrator)
    data = {"is_on": "on", "level": "warn", "option-links": "5", "option-capitals": "40"}
    client.post(setting_of("spam"), {**data, "option-words": " win big \n\nwin big\nact now"})
    assert CheckSetting.objects.get().options == {"words": ["win big", "act now"], "links": 5, "capitals": 40}
    refused = client.post(setting_of("spam"), {**data, "option-words": "", "option-links": "-1"})
    assert refused.status_code == 200
    assert CheckSetting.objects.get().options["links"] == 5


def test_it_can_be_put_back_as_it_was_made_and_the_log_knows(administrator: User) -> None:
    client = client_of(administrator)
    client.post(setting_of("duplicate"), {"level": "block", "option-titles": "1", "option-texts": "2"})
    client.post(setting_of("duplicate"), {"put-back": "yes"})
    assert not CheckSetting.objects.exists()
    assert f'value="{TEXTS_ALIKE}"' in client.get(setting_of("duplicate")).content.decode()
    actions = ModelLogEntry.objects.order_by("timestamp", "pk").values_list("action", "user")
    assert list(actions) == [("wagtail.create", administrator.pk), ("wagtail.delete", administrator.pk)]


def test_the_list_takes_as_many_queries_whatever_is_set(administrator: User) -> None:
    client = client_of(administrator)
    client.get(reverse(LIST))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse(LIST))
    for check in CHECKS:
        CheckSetting.objects.create(check_id=check.id, level="warn")
    with assertNumQueries(len(before)):
        client.get(reverse(LIST))
