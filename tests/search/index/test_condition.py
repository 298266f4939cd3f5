"""Whether the index has to be rebuilt: said by the command, the checks and the log, for each reason."""

import logging

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from search import checks
from search.engine import StoreCondition
from search.index import condition
from search.index.condition import log_condition, reason_to_rebuild, too_many_for
from search.index.models import IndexGeneration
from tests.factories import GuideFactory
from tests.fakes import MemoryStore

pytestmark = pytest.mark.django_db


def warnings() -> list[str]:
    """Return the ids of what the system checks say of search."""
    found = run_checks(databases=["default"], include_deployment_checks=False)
    return [message.id for message in found if message.id and message.id.startswith("search.")]


def test_an_index_as_it_should_be_is_no_news(index: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert reason_to_rebuild(index, index.condition()) == ""
    assert warnings() == []
    call_command("check_index")
    assert "equals the database" in capsys.readouterr().out


def test_no_index(store: MemoryStore) -> None:
    assert reason_to_rebuild(store) == "There is no index yet."
    assert warnings() == ["search.W001"]
    with pytest.raises(CommandError, match=r"There is no index yet\. Run rebuild_index"):
        call_command("check_index")


def test_an_index_of_another_version(index: MemoryStore) -> None:
    """A store of a new version does not see it; the register still calls it live."""
    index.version, index.pointer = "2", None
    assert "another version" in reason_to_rebuild(index)
    assert warnings() == ["search.W001"]
    with pytest.raises(CommandError, match="another version"):
        call_command("check_index")
    IndexGeneration.objects.update(state=IndexGeneration.State.RETIRED)
    assert "another version" in reason_to_rebuild(index)


def test_a_changed_analysis(index: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    """It is searched on, and written to; nobody had to raise a number."""
    guide = GuideFactory.create()
    call_command("rebuild_index")
    index.signature = "another stemmer"
    assert "analysis of texts have changed" in reason_to_rebuild(index)
    assert warnings() == ["search.W001"]
    with pytest.raises(CommandError, match=r"analysis of texts have changed.*Run rebuild_index"):
        call_command("check_index")
    assert "1 documents expected" in capsys.readouterr().out
    assert guide.pk in index.documents()
    call_command("rebuild_index")
    assert warnings() == []


def test_a_pointer_that_leads_nowhere_or_elsewhere(index: MemoryStore) -> None:
    for live in (None, "somebody-elses"):
        found = StoreCondition("Memory", live, 0, index.signature)
        assert "is gone, or another one" in reason_to_rebuild(index, found)


def test_generations_that_nobody_needs_are_named(index: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    index.create("forgotten")
    call_command("check_index")
    assert "forgotten" in capsys.readouterr().out


def test_the_worker_says_at_its_start_what_is_wrong(index: MemoryStore, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        log_condition()
        assert caplog.messages == []
        index.signature = "another stemmer"
        log_condition()
    assert "Run rebuild_index" in caplog.text


def test_the_embedded_engine_is_outgrown_at_a_size(index: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    GuideFactory.create_batch(2)
    call_command("rebuild_index")
    monkeypatch.setattr(condition, "MANY_DOCUMENTS", 2)
    assert not too_many_for(index)
    assert warnings() == []
    monkeypatch.setattr(index, "engine", "embedded")
    IndexGeneration.objects.update(engine="embedded")
    assert too_many_for(index)
    assert warnings() == ["search.W002"]
    monkeypatch.setattr(condition, "MANY_DOCUMENTS", 3)
    assert warnings() == []


def test_checks_cost_little_and_none_without_a_database(
    index: MemoryStore, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    index.signature = "another stemmer"
    with django_assert_max_num_queries(0):
        assert checks.check_index_condition(None, databases=None) == []
    with django_assert_max_num_queries(4):
        assert len(checks.check_index_condition(None, databases=["default"])) == 1
