"""Accounts: made by their people, confirmed by mail, protected by a second step."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from network.models import User
from network.users.accounts import has_confirmed_address
from network.users.forms import PersonEditForm
from tests.factories import PASSWORD, UserFactory, home_page
from tests.library.moderation.stage import Network, make_network

pytestmark = pytest.mark.django_db

NEWCOMER = {"first_name": "Ife", "last_name": "Bello", "email": "ife@example.org", "password1": "quiet-river-stone-7"}


@pytest.fixture(autouse=True)
def _calm_limits() -> None:
    """Forget who has tried how often, and give the site its front page."""
    cache.clear()
    home_page()


def link_in(message: mail.EmailMessage) -> str:
    """Return the path of the first link to an account page in a mail."""
    found = re.search(r"http://testserver(/account/\S+)", str(message.body))
    assert found is not None
    return found.group(1)


def test_somebody_signs_up_confirms_and_is_logged_in(client: Client) -> None:
    client.post("/account/signup/", NEWCOMER)
    person = User.objects.get(email="ife@example.org")
    assert (str(person), has_confirmed_address(person)) == ("Ife Bello", False)
    assert "_auth_user_id" not in client.session
    client.post(link_in(mail.outbox[0]))
    assert has_confirmed_address(person)
    assert client.session["_auth_user_id"] == str(person.pk)


def test_without_confirmation_nobody_logs_in(client: Client) -> None:
    client.post("/account/signup/", NEWCOMER)
    form = {"login": NEWCOMER["email"], "password": NEWCOMER["password1"]}
    assert Client().post("/account/login/", form)["Location"] == "/account/confirm-email/"


def test_an_address_that_is_taken_is_told_to_its_owner_only(client: Client) -> None:
    UserFactory(email="ife@example.org")
    reply = client.post("/account/signup/", NEWCOMER)
    assert reply["Location"] == "/account/confirm-email/"
    assert (User.objects.count(), mail.outbox[0].to) == (1, ["ife@example.org"])


def test_a_forgotten_password_is_replaced_by_mail(client: Client) -> None:
    UserFactory(email="ana@example.org")
    client.post("/account/password/reset/", {"email": "ana@example.org"})
    form = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "quiet-river-stone-7", "password2": "quiet-river-stone-7"})
    assert client.login(email="ana@example.org", password="quiet-river-stone-7")


def test_too_many_wrong_passwords_are_stopped(client: Client) -> None:
    UserFactory(email="ana@example.org")
    for _attempt in range(5):
        client.post("/account/login/", {"login": "ana@example.org", "password": "wrong"})
    reply = client.post("/account/login/", {"login": "ana@example.org", "password": PASSWORD})
    assert "Too many failed login attempts" in reply.content.decode()


def test_an_address_changed_by_an_administrator_opens_nothing_any_more() -> None:
    person = UserFactory(email="old@example.org")
    form = PersonEditForm(
        {"email": "new@example.org", "first_name": "Ana", "last_name": "Reyes", "is_active": "on"}, instance=person
    )
    assert form.is_valid(), form.errors
    form.save()
    assert not EmailAddress.objects.filter(user=person).exists()
    assert not Client().login(email="old@example.org", password=PASSWORD)


def test_the_cms_has_no_login_of_its_own(client: Client) -> None:
    UserFactory(email="ana@example.org", is_superuser=True)
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/account/login/?next=/admin/pages/"
    client.post("/admin/login/", {"username": "ana@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/password_reset/").status_code == 404


def test_who_has_no_business_in_the_cms_is_told_how_to_join(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/share/"


@pytest.mark.parametrize(
    ("who", "asked"),
    [("author", False), ("coordinator", True), ("leader_be", True), ("editor", True), ("administrator", True)],
)
def test_a_second_step_is_asked_of_those_who_decide(who: str, asked: bool, settings: Settings) -> None:
    network: Network = make_network()
    client = Client()
    client.force_login(getattr(network, who))
    assert client.get("/admin/account/").status_code == 200
    settings.MFA_REQUIRED = True
    reply = client.get("/admin/account/")
    assert (reply.get("Location") == reverse("mfa_activate_totp")) is asked
    TOTP.activate(getattr(network, who), generate_totp_secret())
    assert client.get("/admin/account/").status_code == 200


def test_logging_in_asks_for_the_second_step(client: Client) -> None:
    person = UserFactory(email="ana@example.org")
    TOTP.activate(person, generate_totp_secret())
    codes = RecoveryCodes.activate(person)
    reply = client.post("/account/login/", {"login": "ana@example.org", "password": PASSWORD, "next": "/admin/"})
    assert reply["Location"].startswith("/account/second-step/")
    assert "_auth_user_id" not in client.session
    client.post(reply["Location"], {"code": codes.get_unused_codes()[0]})
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize(
    "name",
    ["account_email", "account_change_password", "mfa_index", "mfa_activate_totp", "account_reauthenticate"],
)
def test_the_pages_of_an_account_are_pages_of_the_site(client: Client, name: str) -> None:
    UserFactory(email="ana@example.org")
    client.post("/account/login/", {"login": "ana@example.org", "password": PASSWORD})
    page = client.get(reverse(name), follow=True)
    assert page.status_code == 200
    assert 'class="site-header"' in page.content.decode()
    assert "style=" not in page.content.decode()
