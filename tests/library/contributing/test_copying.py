"""Copies and adaptations: who may, what comes along and what does not, and who is told."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from library.contributing.copying import adapt_resource, copy_resource
from library.models import CaseStudyPage, DecisionKind, Licence, ResourceFile, ResourceLink, ResourcePerson, Submission
from library.moderation.decide import Verdict, decide
from library.moderation.refusals import NotYours, Refusal
from network.models import User
from network.notifications.models import Notification
from network.organisations.membership import admit_member
from tests.factories import DocumentFactory, ImageFactory, UserFactory, publish
from tests.library.moderation.stage import Network, after_commit, switch_off_checks
from tests.library.upkeep.stage import again, published

WITH_FILES = [
    {"type": "heading", "value": "More", "id": "1"},
    {"type": "paragraph", "value": '<p>See <a linktype="document" id="7">the file</a></p>', "id": "2"},
    {"type": "picture", "value": {"image": 1, "alt_text": "", "decorative": True}, "id": "3"},
]


@pytest.fixture
def stranger(network: Network) -> User:
    """A contributor of the Kenyan clinic."""
    person = UserFactory(email="wanjiru@clinic.example")
    admit_member(network.clinic, person)
    return person


@pytest.fixture
def original(network: Network) -> CaseStudyPage:
    """A published case study of the hospital with everything that can come along."""
    switch_off_checks()
    page = published(network)
    ResourcePerson.objects.create(page=page, name="Ana Maes")
    ResourceLink.objects.create(page=page, url="https://hospital.example/cameras")
    ResourceFile.objects.create(page=page, document=DocumentFactory())
    page = again(page)
    page.cover = ImageFactory()
    page.body = WITH_FILES
    page.successor = network.coordinator
    page.save()
    return page


def test_a_copy_is_an_own_draft_with_everything_and_no_history(network: Network, original: CaseStudyPage) -> None:
    made = copy_resource(original, network.author, "Asking  again")
    copy = CaseStudyPage.objects.get(pk=made.pk)
    assert (copy.title, copy.live, copy.owner, copy.first_published_at) == ("Asking again", False, network.author, None)
    assert (copy.review_by, copy.successor) == (None, None)
    assert copy.get_parent().pk == network.hospital.pk
    assert [row.document for row in copy.files.all()] == [row.document for row in original.files.all()]
    assert list(copy.topics.all()) == list(original.topics.all())
    assert copy.revisions.count() == 1
    assert copy.slug != original.slug
    assert not Submission.objects.filter(page=copy.pk).exists()


def test_a_private_one_stays_private_as_a_copy(network: Network, original: CaseStudyPage) -> None:
    PageViewRestriction.objects.create(page=original, restriction_type=PageViewRestriction.LOGIN)
    copy = copy_resource(original, network.author, "Still among us")
    assert copy.get_view_restrictions().exists()


@pytest.mark.parametrize("who", ["leader_be", "leader_eu"])
def test_others_do_not_copy(network: Network, original: CaseStudyPage, who: str) -> None:
    with pytest.raises(NotYours):
        copy_resource(original, getattr(network, who), "Mine now")


def test_an_adaptation_keeps_the_line_to_the_original(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    made = CaseStudyPage.objects.get(pk=adapt_resource(original, stranger, network.clinic, "In Kisumu").pk)
    assert (made.adapted_from_id, made.owner, made.live) == (original.pk, stranger, False)
    assert made.get_parent().pk == network.clinic.pk
    assert (made.approach, made.licence) == (original.approach, original.licence)
    assert [person.name for person in made.people.all()] == ["Ana Maes"]
    assert made.get_latest_revision_as_object().adapted_from_id == original.pk


def test_files_and_pictures_of_the_other_organisation_stay_there(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    made = CaseStudyPage.objects.get(pk=adapt_resource(original, stranger, network.clinic, "In Kisumu").pk)
    assert (made.files.count(), made.cover) == (0, None)
    assert [block["type"] for block in made.body.raw_data] == ["heading"]
    assert original.files.count() == 1


@pytest.mark.parametrize("facts", [{"derivatives_allowed": False}, {"reuse_allowed": False}])
def test_a_licence_that_forbids_changes_is_respected(
    network: Network, original: CaseStudyPage, stranger: User, facts: dict[str, bool]
) -> None:
    Licence.objects.update(**facts)
    with pytest.raises(Refusal, match="does not allow changed versions"):
        adapt_resource(CaseStudyPage.objects.get(pk=original.pk), stranger, network.clinic, "Changed")


def test_what_only_some_may_read_is_not_carried_elsewhere(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    PageViewRestriction.objects.create(page=original, restriction_type=PageViewRestriction.LOGIN)
    with pytest.raises(NotYours):
        adapt_resource(original, stranger, network.clinic, "Leaked")
    draft = network.draft()
    with pytest.raises(NotYours):
        adapt_resource(draft, stranger, network.clinic, "Leaked")


def test_nobody_adapts_into_a_section_of_others(network: Network, original: CaseStudyPage, stranger: User) -> None:
    with pytest.raises(NotYours):
        adapt_resource(original, stranger, network.hospital, "On your behalf")


def test_the_owner_is_told_once_when_the_adaptation_is_published(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    made = adapt_resource(original, stranger, network.clinic, "In Kisumu")
    told = Notification.objects.filter(kind="adapted")
    assert not told.exists()
    submission = network.send(made, stranger)
    verdict = Verdict(DecisionKind.PUBLISH)
    after_commit(decide, submission, network.administrator, verdict, submission.revision_id)
    assert [each.recipient for each in told] == [network.author]
    publish(CaseStudyPage.objects.get(pk=made.pk))
    assert told.count() == 1


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_pages_ask_first_and_buttons_do_it(network: Network, original: CaseStudyPage, stranger: User) -> None:
    before = CaseStudyPage.objects.count()
    copying, adapting = (reverse(name, args=[original.pk]) for name in ("copy_resource", "adapt_resource"))
    assert "(copy)" in browser(network.author).get(copying).text
    assert "names" not in browser(stranger).get(adapting).text
    assert CaseStudyPage.objects.count() == before
    answer = browser(network.author).post(copying, {"title": "Again"})
    assert answer.headers["Location"] == reverse(
        "wagtailadmin_pages:edit", args=[CaseStudyPage.objects.get(title="Again").pk]
    )
    browser(stranger).post(adapting, {"title": "In Kisumu", "into": network.clinic.pk})
    assert CaseStudyPage.objects.get(title="In Kisumu").adapted_from_id == original.pk
    assert "required" in browser(network.author).post(copying, {"title": " "}).text


def test_pages_are_not_for_strangers(network: Network, original: CaseStudyPage, stranger: User) -> None:
    before = CaseStudyPage.objects.count()
    browser(stranger).post(reverse("copy_resource", args=[original.pk]), {"title": "Mine"})
    reader = UserFactory()
    for name in ("copy_resource", "adapt_resource"):
        Client().post(reverse(name, args=[original.pk]), {"title": "Mine"})
        browser(reader).post(reverse(name, args=[original.pk]), {"title": "Mine", "into": network.clinic.pk})
    choose = {"title": "Mine", "into": network.hospital.pk}
    assert browser(stranger).post(reverse("adapt_resource", args=[original.pk]), choose).status_code == 200
    assert CaseStudyPage.objects.count() == before


def test_wagtails_own_copying_leads_to_ours(network: Network, original: CaseStudyPage) -> None:
    answer = browser(network.author).get(reverse("wagtailadmin_pages:copy", args=[original.pk]))
    assert answer.headers["Location"] == reverse("copy_resource", args=[original.pk])


def test_the_public_page_offers_what_its_reader_may_do(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    copying, adapting = (reverse(name, args=[original.pk]) for name in ("copy_resource", "adapt_resource"))
    shown = {
        who: client.get(original.url).text
        for who, client in {
            "reader": Client(),
            "stranger": browser(stranger),
            "author": browser(network.author),
        }.items()
    }
    assert (copying in shown["author"], adapting in shown["author"]) == (True, False)
    assert (copying in shown["stranger"], adapting in shown["stranger"]) == (False, True)
    assert (copying in shown["reader"], adapting in shown["reader"]) == (False, False)


def test_the_editor_has_adapting_in_its_menu(network: Network, original: CaseStudyPage) -> None:
    shown = browser(network.author).get(reverse("wagtailadmin_pages:edit", args=[original.pk])).text
    assert reverse("adapt_resource", args=[original.pk]) in shown


def test_the_public_page_names_the_original_to_who_may_see_it(
    network: Network, original: CaseStudyPage, stranger: User
) -> None:
    made = adapt_resource(original, stranger, network.clinic, "In Kisumu")
    publish(CaseStudyPage.objects.get(pk=made.pk))
    address = CaseStudyPage.objects.get(pk=made.pk).url
    assert "Adapted from" in Client().get(address).text
    PageViewRestriction.objects.create(page=original, restriction_type=PageViewRestriction.LOGIN)
    assert original.title not in Client().get(address).text
    assert original.title in browser(stranger).get(address).text
