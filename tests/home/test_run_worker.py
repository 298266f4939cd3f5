"""The worker's rounds: what is due by its dates."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from home.management.commands.run_worker import publish_what_is_due
from tests.factories import GuideFactory, publish

pytestmark = pytest.mark.django_db


class Killed(Exception):
    """What ends a round in the middle."""


def test_a_publication_that_breaks_off_is_due_still() -> None:
    guide, now = GuideFactory.create(live=False), timezone.now()
    guide.go_live_at = now + timedelta(hours=1)
    publish(guide)

    def break_off(**_signal: object) -> None:
        raise Killed

    page_published.connect(break_off)
    try:
        with time_machine.travel(now + timedelta(hours=2)), pytest.raises(Killed):
            publish_what_is_due()
    finally:
        page_published.disconnect(break_off)
    guide.refresh_from_db()
    assert not guide.live
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    with time_machine.travel(now + timedelta(hours=2)):
        publish_what_is_due()
    guide.refresh_from_db()
    assert guide.live
