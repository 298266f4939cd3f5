"""What surrounds every page: health, login, languages, menu, errors."""

import json
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from home.models import SiteSettings, StandingPage
from tests.factories import PASSWORD, GuideFactory, UserFactory, home_page
from tests.scripted import ScriptedEngine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


def test_the_health_check_answers_in_json(client: Client) -> None:
    response = client.get("/health/")
    assert (response.status_code, json.loads(response.content)) == (200, {"status": "ok", "database": "up"})
    assert "no-store" in response["Cache-Control"]


def test_the_health_check_fails_with_the_database(client: Client) -> None:
    with patch.object(connection, "ensure_connection", side_effect=OperationalError):
        response = client.get("/health/")
    assert (response.status_code, json.loads(response.content)["database"]) == (503, "down")


def test_a_member_logs_in_by_address_whatever_its_case_and_goes_on(client: Client) -> None:
    home_page()
    UserFactory(email="ana@example.org")
    response = client.post(
        "/account/login/", {"login": "Ana@Example.org", "password": PASSWORD, "next": "/search/?q=a"}
    )
    assert (response.status_code, response["Location"]) == (302, "/search/?q=a")


def test_a_wrong_password_is_told_in_words(client: Client) -> None:
    home_page()
    UserFactory(email="ana@example.org")
    response = client.post("/account/login/", {"login": "ana@example.org", "password": "wrong"})
    assert response.status_code == 200
    assert "The email address and/or password you specified are not correct" in response.content.decode()


def test_logging_in_leads_nowhere_else(client: Client) -> None:
    home_page()
    UserFactory(email="ana@example.org")
    form = {"login": "ana@example.org", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/account/login/", form)["Location"] == "/"


def test_logging_out_takes_a_click_not_a_link(client: Client) -> None:
    home_page()
    client.force_login(UserFactory())
    assert client.get("/account/logout/").status_code == 405
    assert client.post("/account/logout/")["Location"] == "/"


def test_the_language_changes_and_stays(client: Client) -> None:
    home_page()
    response = client.post("/i18n/setlang/", {"language": "nl", "next": "/search/?q=zorg"})
    assert response["Location"] == "/search/?q=zorg"
    page = client.get("/search/?q=zorg").content.decode()
    assert '<html lang="nl"' in page
    assert "0 bronnen voor “zorg”" in page


def test_the_menu_holds_standing_pages_in_the_readers_language(client: Client) -> None:
    about = home_page().add_child(instance=StandingPage(title="About us", slug="about", show_in_menus=True))
    about.translations.create(language="nl", title="Over ons", body="<p>Wij delen.</p>")
    about.save()
    home_page().add_child(instance=StandingPage(title="Hidden", slug="hidden", show_in_menus=False))
    english = client.get("/search/").content.decode()
    dutch = client.get("/search/", headers={"Accept-Language": "nl"}).content.decode()
    assert '<a href="/about/">About us</a>' in english
    assert "Hidden" not in english
    assert '<a href="/about/">Over ons</a>' in dutch


def test_a_standing_page_is_read_in_the_readers_language(client: Client) -> None:
    about = home_page().add_child(instance=StandingPage(title="About us", slug="about", body="<p>We share.</p>"))
    about.translations.create(language="nl", title="Over ons", body="<p>Wij delen.</p>")
    about.save()
    assert "We share." in client.get("/about/").content.decode()
    assert "Wij delen." in client.get("/about/", headers={"Accept-Language": "nl"}).content.decode()


def test_sharing_begins_with_logging_in(client: Client) -> None:
    assert client.get("/share/")["Location"] == "/account/login/?next=/share/"


def test_sharing_leads_an_administrator_to_the_editor(client: Client) -> None:
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/share/")["Location"] == "/admin/"


def test_sharing_tells_a_member_without_an_organisation_how_to_join(client: Client) -> None:
    home_page()
    client.force_login(UserFactory())
    assert "Ask the coordinator of your organisation" in client.get("/share/").content.decode()


def test_a_missing_page_offers_a_search(client: Client) -> None:
    home_page()
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert 'action="/search/"' in response.content.decode()


def test_the_page_for_server_errors_needs_nothing_that_can_fail() -> None:
    assert "Something went wrong" in render_to_string("500.html")


def test_a_page_behind_a_password_asks_for_it(client: Client) -> None:
    page = GuideFactory(title="For the ward only")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="ward")
    response = client.get(page.url)
    assert "Password required" in response.content.decode()
    assert "For the ward only" not in response.content.decode()


def test_who_is_logged_in_is_named(client: Client, engine: ScriptedEngine) -> None:
    home_page()
    client.force_login(UserFactory(first_name="Ana", last_name="Reyes"))
    assert "<span>Ana Reyes</span>" in client.get("/search/").content.decode()


def test_a_new_name_of_the_site_stands_on_the_next_page(client: Client) -> None:
    home_page()
    assert "Commonshelf" in client.get("/account/login/").content.decode()
    settings = SiteSettings.load()
    settings.name = "The Shelf"
    settings.save()
    assert "The Shelf" in client.get("/account/login/").content.decode()


def test_settings_changed_on_one_request_are_not_those_of_the_next(rf: RequestFactory) -> None:
    SiteSettings.load(rf.get("/")).name = "Typed, but not saved"
    assert SiteSettings.load(rf.get("/")).name == "Commonshelf"


def test_a_renamed_standing_page_is_renamed_in_the_menu(client: Client) -> None:
    about = home_page().add_child(instance=StandingPage(title="About us", slug="about", show_in_menus=True))
    assert "About us" in client.get("/account/login/").content.decode()
    about.title = "Who we are"
    about.save_revision().publish()
    page = client.get("/account/login/").content.decode()
    assert "Who we are" in page
    assert "About us" not in page
    about.delete()
    assert "Who we are" not in client.get("/account/login/").content.decode()


def test_name_and_menu_cost_one_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    home_page().add_child(instance=StandingPage(title="About us", slug="about", show_in_menus=True))
    client.get("/account/login/")
    with django_assert_num_queries(1):
        client.get("/account/login/")
