"""Which language is this?"""

import pytest
from django.test import Client
from django.urls import reverse

from library.admin.language_guess import guess_language
from network.models import User

TEXTS = {
    "nl": "Hoe vraag je toestemming aan patiënten voor een foto op sociale media",
    "en": "How to ask patients for their consent before you take a picture",
    "de": "Wie man Patientinnen und Patienten um Erlaubnis für ein Foto bittet",
    "fr": "Comment demander aux patients leur accord avant de prendre une photo",
    "es": "Cómo pedir permiso a los pacientes antes de hacer una fotografía",
    "ar": "كيف تطلب موافقة المرضى قبل التقاط صورة لهم في المستشفى",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_is_enough(code: str) -> None:
    assert guess_language(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "   ", "Hi", "x" * 19])
def test_too_little_is_no_guess(text: str) -> None:
    assert guess_language(text) == ""


def test_bytes_of_any_kind_are_no_error() -> None:
    guess_language("\x00\ud800" * 5000)


@pytest.mark.django_db
def test_the_editor_asks_for_it(admin_user: User) -> None:
    client = Client()
    client.force_login(admin_user)
    reply = client.post(reverse("guess_language"), {"text": TEXTS["nl"]})
    assert reply.json() == {"language": "nl", "name": "Dutch"}


@pytest.mark.django_db
def test_nobody_else_does() -> None:
    assert Client().post(reverse("guess_language"), {"text": TEXTS["nl"]}).status_code == 302
