"""What the table of rights cannot say: what a form keeps, and what one filled in by hand cannot do."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from library.models import CaseStudyPage
from network.models import User
from network.who_may import Who
from tests.factories import DocumentFactory, ImageFactory, LicenceFactory, RegionFactory, TopicFactory
from tests.network.rights.world import World, make_world

pytestmark = pytest.mark.django_db
EDIT = "wagtailadmin_pages:edit"


@pytest.fixture
def world() -> World:
    return make_world()


def form_of(page: Page) -> dict[str, str]:
    """Return what the form of a case study sends when it is left as it is and complete."""
    specific = CaseStudyPage.objects.get(pk=page.pk)
    topic = TopicFactory(slug="consent")
    empty = {
        f"{name}-{field}": "0"
        for name in ("files", "links", "people", "measures", "comments")
        for field in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    rich = '{"entityMap":{},"blocks":[{"key":"a","text":"Text","type":"unstyled","depth":0,"inlineStyleRanges":[],'
    rich += '"entityRanges":[]}]}'
    parts = dict.fromkeys(("setting", "challenge", "approach", "outcome", "lessons"), rich)
    return {
        **empty,
        **parts,
        "title": specific.title,
        "slug": specific.slug,
        "summary": "A summary.",
        "language": "en",
        "topics": str(topic.pk),
        "regions": str(RegionFactory(code="be").pk),
        "licence": str(LicenceFactory().pk),
        "year": "2025",
        "body-count": "0",
    }


def test_what_is_sent_for_review_waits_for_the_leader(world: World) -> None:
    page = world.pages["draft"]
    client = world.clients[Who.AUTHOR]
    client.post(reverse(EDIT, args=[page.pk]), {**form_of(page), "action-submit": "1"})
    waiting = Page.objects.get(pk=page.pk)
    assert not waiting.live
    assert waiting.workflow_in_progress


def test_the_owner_stays_when_a_coordinator_edits(world: World) -> None:
    page = world.pages["draft"]
    world.clients[Who.COORDINATOR].post(reverse(EDIT, args=[page.pk]), {**form_of(page), "title": "Changed"})
    changed = Page.objects.get(pk=page.pk)
    assert (changed.draft_title, changed.owner) == ("Changed", world.person(Who.AUTHOR))


def test_a_form_filled_in_by_hand_cannot_take_a_foreign_file(world: World) -> None:
    page = world.pages["draft"]
    foreign = DocumentFactory(collection=world.borealis.collection)
    form = form_of(page) | {
        "files-TOTAL_FORMS": "1",
        "files-INITIAL_FORMS": "0",
        "files-0-document": str(foreign.pk),
        "files-0-ORDER": "1",
    }
    reply = world.clients[Who.AUTHOR].post(reverse(EDIT, args=[page.pk]), form)
    assert "A file belongs to another organisation" in reply.content.decode()
    assert not CaseStudyPage.objects.get(pk=page.pk).files.filter(document=foreign.pk).exists()


def test_nor_a_foreign_picture(world: World) -> None:
    page = world.pages["draft"]
    foreign = ImageFactory(collection=world.borealis.collection)
    form = form_of(page) | {"cover": str(foreign.pk)}
    reply = world.clients[Who.AUTHOR].post(reverse(EDIT, args=[page.pk]), form)
    assert "A picture belongs to another organisation" in reply.content.decode()
    assert CaseStudyPage.objects.get(pk=page.pk).cover is None


def test_an_administrator_cannot_take_over_a_superuser(world: World) -> None:
    root = User.objects.create_superuser("root@example.org", "a-long-enough-password")
    url = reverse("wagtailusers_users:edit", args=[root.pk])
    assert world.clients[Who.ADMINISTRATOR].get(url).status_code in (302, 403)


def test_nor_make_one(world: World) -> None:
    form = {
        "email": "new@example.org",
        "first_name": "N",
        "last_name": "N",
        "is_superuser": "on",
        "password1": "a-long-enough-password",
        "password2": "a-long-enough-password",
    }
    world.clients[Who.ADMINISTRATOR].post(reverse("wagtailusers_users:add"), form)
    assert User.objects.get(email="new@example.org").is_superuser is False
