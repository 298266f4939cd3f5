"""The reasons that a site begins with."""

from django.test import Client
from django.urls import reverse
from django.utils import translation

from library.models import DecisionReason
from library.moderation.reasons import set_up_reasons
from tests.library.moderation.stage import Network


def test_a_new_site_has_reasons_in_two_languages_and_setting_up_again_adds_none(network: Network) -> None:
    before = DecisionReason.objects.count()
    assert before > 0
    reason = DecisionReason.objects.earliest("pk")
    with translation.override("nl"):
        assert str(reason) == reason.label_nl
    DecisionReason.objects.exclude(pk=reason.pk).delete()
    set_up_reasons()
    assert DecisionReason.objects.count() == 1


def test_editors_keep_the_list_and_leaders_do_not(network: Network) -> None:
    for person, status in ((network.editor, 200), (network.leader_be, 302)):
        client = Client()
        client.force_login(person)
        assert client.get(reverse("decision_reasons:index")).status_code == status
