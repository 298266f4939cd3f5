"""The year at small size; ``make year`` is the same with two thousand submissions."""

import pytest
from pytest_django import Settings

from tests.search.memory import put_in_force
from tests.year.year import play_year


@pytest.mark.django_db
def test_every_invariant_holds_at_the_end_of_a_year(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_force(monkeypatch)
    settings.CHECKS_RUN = settings.MAILS_SENT = "worker"
    report = play_year(seed=5, submissions=100, days=35)
    assert report.wrong == []
    assert report.stages.keys() >= {"review", "published", "declined"}
    assert report.decisions.keys() >= {"approve", "publish", "changes", "decline", "withdraw"}
