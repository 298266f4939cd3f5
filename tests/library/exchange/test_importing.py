"""A file of records becomes pages as the CMS would have made them, in bulk, and a second time changes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.search.backends import get_search_backend

from library.exchange import importing
from library.exchange.writing import write_pages
from library.models import (
    RESOURCE_TYPES,
    Audience,
    EventPage,
    ImportedRecord,
    Licence,
    ResourcePage,
    Topic,
    TopicLabel,
    TrainingMaterialPage,
)
from library.signals import resources_changed, vocabulary_changed
from network.models import OrganisationPage
from tests.factories import OrganisationFactory, TopicFactory
from tests.library.exchange.conftest import Import, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Iterator[list[list[int]]]:
    """What the library's listeners were told: lists of page ids, and an empty one for the vocabulary."""
    calls = list[list[int]]()

    def listen(sender: object, page_ids: list[int] | None = None, **kwargs: Any) -> None:
        calls.append(list(page_ids or []))

    for signal in (resources_changed, vocabulary_changed):
        signal.connect(listen)
    yield calls
    for signal in (resources_changed, vocabulary_changed):
        signal.disconnect(listen)


def the_page() -> ResourcePage:
    page: ResourcePage = ResourcePage.objects.get().specific
    return page


def test_a_record_becomes_a_published_page_of_its_organisation(import_records: Import) -> None:
    counts, report = import_records([record(provider=["Hospital of the North", "City Council"])])
    page = the_page()
    assert (counts.read, counts.created, counts.refused, report) == (1, 1, 0, [])
    assert isinstance(page, TrainingMaterialPage)
    assert (page.title, page.format, page.levels) == ("Answering patients online, part 1", "slides", ["beginner"])
    assert page.url_path.endswith("/organisations/hospital-of-the-north/answering-patients-online-part-1/")
    assert page.live
    assert not page.has_unpublished_changes
    assert page.organisation.title == "Hospital of the North"
    assert [topic.name for topic in page.topics.all()] == ["Answering", "Patient communication"]
    assert [region.code for region in page.regions.all()] == ["be"]
    assert [audience.name for audience in page.audiences.all()] == ["Nurses"]
    assert [(each.name, each.role) for each in page.people.all()] == [
        ("Ana Silva", "author"),
        ("City Council", "publisher"),
    ]
    assert [link.url for link in page.links.all()] == ["https://example.org/1"]
    assert page.licence == Licence.objects.get(spdx="CC-BY-4.0")
    page.full_clean()


def test_the_editor_opens_what_is_on_the_site(import_records: Import) -> None:
    import_records([record(description="## Aims\n\nTo *answer*.")])
    page = the_page()
    assert page.latest_revision == page.live_revision
    draft = page.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["heading", "paragraph"]
    assert draft.body.get_prep_value() == page.body.get_prep_value()
    for relation in ("topics", "regions", "audiences", "people", "links"):
        assert [each.pk for each in getattr(draft, relation).all()] == [
            each.pk for each in getattr(page, relation).all()
        ]
    draft.title = "By hand"
    draft.save_revision().publish()
    assert the_page().title == "By hand"


def test_the_cms_knows_the_page(import_records: Import) -> None:
    import_records([record()])
    page = the_page()
    assert ReferenceIndex.get_references_to(page.licence).count() == 1
    assert list(PageLogEntry.objects.filter(page_id=page.pk).order_by("pk").values_list("action", flat=True)) == [
        "wagtail.create",
        "wagtail.publish",
    ]
    assert [found.pk for found in get_search_backend().search("Answering", TrainingMaterialPage)] == [page.pk]


def test_the_tree_is_sound_also_beside_pages_made_by_hand(import_records: Import) -> None:
    organisation = OrganisationFactory.create(title="Hospital of the North")
    organisation.add_child(instance=EventPage(title="By hand", summary="x", language="en", start_date="2024-01-01"))
    import_records([record(number, provider=["hospital of the north"]) for number in range(40)])
    import_records([record(number, provider=["Another"]) for number in range(40, 80)])
    organisation.refresh_from_db()
    assert Page.find_problems() == ([], [], [], [], [])
    assert organisation.numchild == organisation.get_children().count() == 41
    organisation.add_child(instance=EventPage(title="After", summary="x", language="en", start_date="2024-01-01"))
    assert organisation.get_last_child().title == "After"


def test_repeated_titles_get_addresses_of_their_own(import_records: Import) -> None:
    rows = [record(number, title="Update", date=date) for number, date in enumerate(("2023", "2024", "2024", "", "é"))]
    import_records(rows)
    slugs = list(ResourcePage.objects.order_by("path").values_list("slug", flat=True))
    assert slugs[:3] == ["update", "update-2024", slugs[2]]
    assert len(set(slugs)) == 5
    assert all(slug.startswith("update") for slug in slugs)


def test_every_type_goes_in(import_records: Import) -> None:
    types = {"training": "slides", "case-study": "case study", "guide": "guideline", "event": "event"}
    import_records([record(n, type=[name], level=[]) for n, name in enumerate(types.values())])
    for key, model in RESOURCE_TYPES.items():
        assert model._default_manager.count() == 1, key
    event = EventPage.objects.get()
    assert (str(event.start_date), event.year) == ("2024-03-01", 2024)


def test_running_it_twice_changes_nothing(import_records: Import, heard: list[list[int]]) -> None:
    rows = [record(1), record(2, languages=[])]
    _counts, first_report = import_records(rows)
    before = list(Page.objects.order_by("pk").values()), list(ImportedRecord.objects.values())
    heard.clear()
    counts, report = import_records(rows)
    assert (counts.created, counts.updated, counts.unchanged, counts.topics, counts.organisations) == (0, 0, 2, 0, 0)
    assert (list(Page.objects.order_by("pk").values()), list(ImportedRecord.objects.values())) == before
    assert report == first_report
    assert heard == []


def test_a_changed_record_updates_its_page_through_a_revision(import_records: Import) -> None:
    import_records([record(1), record(2)])
    page = ResourcePage.objects.get(imported__identifier="test:1").specific
    counts, _report = import_records([record(1, title="Better answers", topics=["Privacy"], authors=[]), record(2)])
    after = ResourcePage.objects.get(pk=page.pk).specific
    assert (counts.created, counts.updated, counts.unchanged) == (0, 1, 1)
    assert (after.title, after.slug, after.live) == ("Better answers", page.slug, True)
    assert [topic.name for topic in after.topics.all()] == ["Answering", "Privacy"]
    assert list(after.people.all()) == []
    assert after.revisions.count() == 2
    assert after.live_revision == after.latest_revision
    assert import_records([record(1, title="Better answers", topics=["Privacy"], authors=[])])[0].unchanged == 1


def test_a_page_that_was_taken_off_the_site_stays_off(import_records: Import) -> None:
    import_records([record()])
    the_page().unpublish()
    import_records([record(title="Better answers")])
    page = the_page()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Better answers"


def test_a_type_that_changes_in_the_source_does_not_change_the_page(import_records: Import) -> None:
    import_records([record()])
    _counts, report = import_records([record(type=["guideline"], level=[])])
    assert isinstance(the_page(), TrainingMaterialPage)
    assert "type has changed" in report[0]["reason"]


def test_an_update_that_is_not_valid_is_refused(import_records: Import) -> None:
    import_records([record(type=["event"], level=[])])
    counts, report = import_records([record(title="No event any more")])
    assert (counts.updated, counts.refused) == (0, 1)
    assert report[-1]["outcome"] == "refused"
    assert the_page().title == "Answering patients online, part 1"


def test_drafts_are_not_published(import_records: Import) -> None:
    import_records([record()], as_drafts=True)
    page = the_page()
    assert (page.live, page.has_unpublished_changes, page.live_revision, page.first_published_at) == (
        False,
        True,
        None,
        None,
    )
    page.get_latest_revision().publish()
    assert the_page().live


def test_a_dry_run_writes_nothing(import_records: Import, heard: list[list[int]]) -> None:
    before = Page.objects.count()
    counts, report = import_records([record(1), record(2, countries=["ZZ"])], dry_run=True)
    assert (counts.created, counts.organisations, counts.topics, counts.audiences, counts.licences) == (2, 1, 2, 1, 1)
    assert len(report) == 1
    assert (Page.objects.count(), Topic.objects.count(), Licence.objects.count(), heard) == (before, 0, 0, [])


def test_strict_creates_nothing_but_resources(import_records: Import) -> None:
    rows = [record()]
    assert "no such organisation: Hospital" in import_records(rows, strict=True)[1][0]["reason"]
    OrganisationFactory.create(title="Hospital of the North")
    assert "no such topic" in import_records(rows, strict=True)[1][0]["reason"]
    for word in ("Patient communication", "Answering"):
        TopicFactory.create(name=word)
    assert "no such audience: Nurses" in import_records(rows, strict=True)[1][0]["reason"]
    Audience.objects.create(slug="nurses", name="Nurse")
    assert "licence" in import_records(rows, strict=True)[1][0]["reason"]
    Licence.objects.create(spdx="CC-BY-4.0", name="x")
    assert import_records(rows, strict=True)[0].created == 1


def test_words_meet_the_vocabulary_that_is_there(import_records: Import) -> None:
    topic = TopicFactory.create(name="Data management")
    TopicLabel.objects.create(topic=topic, language="nl", kind="alt", label="Gegevensbeheer")
    import_records([record(topics=["data Management"], keywords=["gegevensbeheer", "New word"])])
    assert [each.name for each in the_page().topics.all()] == ["Data management", "New word"]
    new = Topic.objects.get(name="New word")
    assert new.parent is not None
    assert new.parent.parent is not None
    assert (new.parent.slug, new.parent.parent.slug) == ("imported-keywords", "imported-topics")


def test_listeners_hear_of_pages_and_words_inside_the_transaction(
    import_records: Import, heard: list[list[int]]
) -> None:
    import_records([record(1), record(2)])
    assert sorted(heard[-1]) == sorted(ResourcePage.objects.values_list("pk", flat=True))
    assert [] in heard[:-1]


def test_a_repeated_identifier_is_refused_and_the_first_one_stands(import_records: Import) -> None:
    counts, report = import_records([record(1), record(1, title="Again")])
    assert (counts.created, counts.refused) == (1, 1)
    assert (report[0]["line"], report[0]["identifier"], report[0]["title"]) == ("2", "test:1", "Again")
    assert the_page().title == "Answering patients online, part 1"


def test_what_was_stopped_is_continued(import_records: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, batches = [record(number) for number in range(10)], list[int]()

    def stop_at_the_third(pages: list[ResourcePage], now: Any) -> None:
        batches.append(len(pages))
        write_pages(pages, now)
        if len(batches) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(importing, "BATCH", 3)
    monkeypatch.setattr("library.exchange.importing.write_pages", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        import_records(rows)
    assert ResourcePage.objects.count() == ImportedRecord.objects.count() == 6
    assert Page.find_problems() == ([], [], [], [], [])
    counts, _report = import_records(rows)
    assert (counts.unchanged, counts.created) == (6, 4)
    assert OrganisationPage.objects.get().numchild == 10


def test_an_organisation_that_goes_meanwhile_is_an_error_in_words(
    import_records: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("library.exchange.matching.Matcher.organisation_of", lambda self, record: 10**9)
    with pytest.raises(ValidationError, match="run the same command again"):
        import_records([record()])


def test_the_number_of_queries_does_not_grow_with_the_records(import_records: Import) -> None:
    import_records([record(0)])
    numbers = []
    for rows in ([record(number) for number in range(1, 11)], [record(number) for number in range(11, 71)]):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            import_records(rows)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] < 60


def test_the_text_of_a_report_is_no_formula(import_records: Import) -> None:
    _counts, report = import_records([record(title='=HYPERLINK("https://example.org")', countries=["ZZ"])])
    assert report[0]["title"].startswith("'=")
