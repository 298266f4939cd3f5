"""An open editor can ask whether its user is still logged in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from library.models import CaseStudyPage
from network.models import User
from tests.factories import CaseStudyFactory

pytestmark = pytest.mark.django_db
SCRIPT = {"x-requested-with": "XMLHttpRequest"}


def test_whoever_is_logged_in_is_alive(admin_user: User) -> None:
    client = Client()
    client.force_login(admin_user)
    assert client.get(reverse("session_alive"), headers=SCRIPT).json() == {"alive": True}


def test_whoever_is_not_is_told_so() -> None:
    assert Client().get(reverse("session_alive"), headers=SCRIPT).status_code == 403


def test_every_editor_carries_the_script(admin_user: User) -> None:
    client = Client()
    client.force_login(admin_user)
    page: CaseStudyPage = CaseStudyFactory()
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "home/admin/keep-session.js" in html
    assert "home/admin/session.css" in html
    assert "home/admin/keep-typed.js" in html
    assert re.search(rf'<meta name="person"\s+content="{admin_user.pk}">', html)
    assert f'data-session-url="{reverse("session_alive")}"' in html
