"""Who may do what to which object: one table, asked over real requests."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from home.set_up import set_up_network
from library.models import CaseStudyPage, LibraryDocument, LibraryImage, Submission
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from network.rights import ADMINISTRATORS, EDITORS
from tests.factories import CaseStudyFactory, DocumentFactory, ImageFactory, RegionFactory, TopicFactory, UserFactory
from tests.library.moderation.stage import after_commit, switch_off_checks

pytestmark = pytest.mark.django_db

NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(
    {"visitor", "member", "author", "colleague", "coordinator", "stranger", "leader", "editor", "administrator"}
)
SECTION = frozenset({"author", "colleague", "coordinator"})
KEEPERS = frozenset({"editor", "administrator"})
ADMINISTRATOR = frozenset({"administrator"})


@dataclass
class World:
    """Two organisations, A and B, with people, pages, files and pictures."""

    people: dict[str, User | None]
    a: OrganisationPage
    b: OrganisationPage
    pages: dict[str, Page]
    documents: dict[str, LibraryDocument]
    images: dict[str, LibraryImage]

    def client(self, who: str) -> Client:
        """Return a browser in which this person is logged in."""
        client = Client()
        if (person := self.people[who]) is not None:
            client.force_login(person)
        return client


def _page(parent: OrganisationPage, title: str, owner: User | None, **fields: object) -> Page:
    made: Page = CaseStudyFactory(parent=parent, title=title, owner=owner, language="en", **fields)
    made.save_revision(user=owner)
    return made


def _document(organisation: OrganisationPage, title: str, uploader: User | None) -> LibraryDocument:
    made: LibraryDocument = DocumentFactory(
        title=title,
        file=ContentFile(b"Ask first.", name=f"{title.lower()}.txt"),
        collection=organisation.collection,
        uploaded_by_user=uploader,
    )
    return made


@pytest.fixture
def world() -> World:
    """Set up the network as a demo or an administrator would, through the verbs."""
    made = set_up_network()
    belgium = RegionFactory(code="be", name="Belgium")
    a = found_organisation(made.directory, "Aurora", summary="A", home_region=belgium, trust=Trust.KNOWN)
    b = found_organisation(made.directory, "Borealis", summary="B", home_region=belgium)
    people: dict[str, User | None] = {
        name: UserFactory(email=f"{name}@example.org") for name in EVERYBODY - {"visitor"}
    }
    people["visitor"] = None
    admit_member(a, _known(people["author"]))
    admit_member(a, _known(people["colleague"]))
    admit_member(a, _known(people["coordinator"]), Role.COORDINATOR)
    admit_member(b, _known(people["stranger"]))
    appoint_leader(b, _known(people["leader"]), belgium)
    _known(people["editor"]).groups.add(Group.objects.get(name=EDITORS))
    _known(people["administrator"]).groups.add(Group.objects.get(name=ADMINISTRATORS))
    author = people["author"]
    pages = {
        "own draft": _page(a, "Auroradraft", author, live=False, first_published_at=None),
        "own published": _page(a, "Aurorapublished", author),
        "foreign draft": _page(b, "Borealisdraft", people["stranger"], live=False, first_published_at=None),
        "submitted": _page(a, "Aurorasubmitted", author, live=False, first_published_at=None),
        "organisation": a,
    }
    switch_off_checks()
    workflow = pages["submitted"].get_workflow()
    after_commit(workflow.start, pages["submitted"], author)
    documents = {"own": _document(a, "Aurorafile", author), "foreign": _document(b, "Borealisfile", None)}
    images = {
        "own": ImageFactory(title="Aurorapicture", collection=a.collection, uploaded_by_user=author),
        "foreign": ImageFactory(title="Borealispicture", collection=b.collection),
    }
    return World(people, a, b, pages, documents, images)


def _known(person: User | None) -> User:
    assert person is not None
    return person


type Ask = Callable[[World, Client], bool]


def opens(name: str, page: str) -> Ask:
    """Whether a view of the CMS about a page opens."""
    return lambda world, client: client.get(reverse(name, args=[world.pages[page].pk])).status_code == 200


def adds_below(organisation: str) -> Ask:
    """Whether the form to add a case study below an organisation opens."""

    def ask(world: World, client: Client) -> bool:
        parent = world.a if organisation == "A" else world.b
        url = reverse("wagtailadmin_pages:add", args=["library", "casestudypage", parent.pk])
        return client.get(url).status_code == 200

    return ask


def explores(organisation: str) -> Ask:
    """Whether the explorer shows an organisation's section."""

    def ask(world: World, client: Client) -> bool:
        shown = world.a if organisation == "A" else world.b
        reply = client.get(reverse("wagtailadmin_explore", args=[shown.pk]))
        return reply.status_code == 200 and f"{shown.title}draft" in reply.content.decode()

    return ask


def finds(url_name: str, query: str, word: str) -> Ask:
    """Whether a list, chooser or search of the CMS shows a title when asked for it."""

    def ask(world: World, client: Client) -> bool:
        reply = client.get(reverse(url_name) + query, follow=True)
        return reply.status_code == 200 and word in reply.content.decode()

    return ask


def chooses(kind: str, whose: str) -> Ask:
    """Whether the chooser hands out a file or picture by its number."""

    def ask(world: World, client: Client) -> bool:
        chosen = world.documents[whose] if kind == "documents" else world.images[whose]
        name = "wagtaildocs_chooser:chosen" if kind == "documents" else "wagtailimages_chooser:chosen"
        return client.get(reverse(name, args=[chosen.pk])).status_code == 200

    return ask


def edits_file(whose: str) -> Ask:
    """Whether the form of a file opens."""
    return lambda world, client: (
        client.get(reverse("wagtaildocs:edit", args=[world.documents[whose].pk])).status_code == 200
    )


def edits_picture(whose: str) -> Ask:
    """Whether the form of a picture opens."""
    return lambda world, client: (
        client.get(reverse("wagtailimages:edit", args=[world.images[whose].pk])).status_code == 200
    )


def publishes(page: str) -> Ask:
    """Whether a page is public after its form was sent with "publish"."""

    def ask(world: World, client: Client) -> bool:
        shown = world.pages[page]
        url = reverse("wagtailadmin_pages:edit", args=[shown.pk])
        if client.get(url).status_code != 200:
            return False
        client.post(url, {**form_of(shown), "action-publish": "1"})
        was_live = bool(Page.objects.get(pk=shown.pk).live)
        Page.objects.filter(pk=shown.pk).update(live=False)
        return was_live

    return ask


def approves() -> Ask:
    """Whether a page in review is public after somebody approved it."""

    def ask(world: World, client: Client) -> bool:
        page = world.pages["submitted"]
        if not Page.objects.get(pk=page.pk).workflow_in_progress:
            Page.objects.filter(pk=page.pk).update(live=False)
            after_commit(page.get_workflow().start, page, world.people["author"])
        submission = Submission.objects.filter(page=page.pk).latest("pk")
        decision = {"kind": "publish", "seen_revision": submission.revision_id}
        after_commit(client.post, reverse("review_decide", args=[submission.pk]), decision)
        return bool(Page.objects.get(pk=page.pk).live)

    return ask


def sets_privacy() -> Ask:
    """Whether a restriction stands after the privacy form was sent."""

    def ask(world: World, client: Client) -> bool:
        page = world.pages["own published"]
        client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})
        return PageViewRestriction.objects.filter(page_id=page.pk).delete()[0] > 0

    return ask


def opens_list(name: str) -> Ask:
    """Whether a list of the CMS opens."""
    return lambda world, client: client.get(reverse(name)).status_code == 200


def form_of(page: Page) -> dict[str, str]:
    """Return what the form of a case study sends when it is left as it is and complete."""
    specific = CaseStudyPage.objects.get(pk=page.pk)
    topic = TopicFactory(slug="consent")
    from tests.factories import LicenceFactory

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


EDIT = "wagtailadmin_pages:edit"
PAGES = "resources:index"

TABLE: dict[str, tuple[Ask, frozenset[str]]] = {
    # in the tree
    "enter the CMS": (opens_list("wagtailadmin_home"), EVERYBODY - {"visitor", "member"}),
    "see A's section": (explores("A"), SECTION | KEEPERS),
    "see B's section": (explores("B"), KEEPERS | {"stranger"}),
    "add to A": (adds_below("A"), SECTION | ADMINISTRATOR),
    "add to B": (adds_below("B"), ADMINISTRATOR | {"stranger"}),
    "edit one's own draft": (opens(EDIT, "own draft"), KEEPERS | {"author", "coordinator"}),
    "edit one's own published page": (opens(EDIT, "own published"), KEEPERS | {"author", "coordinator"}),
    "edit B's draft": (opens(EDIT, "foreign draft"), KEEPERS | {"stranger"}),
    "edit what is in review": (opens(EDIT, "submitted"), KEEPERS | {"author", "coordinator", "leader"}),
    "edit A's own page": (opens(EDIT, "organisation"), KEEPERS | {"coordinator"}),
    "view B's draft": (opens("wagtailadmin_pages:view_draft", "foreign draft"), KEEPERS | {"stranger"}),
    "see the history of B's draft": (opens("wagtailadmin_pages:history", "foreign draft"), KEEPERS | {"stranger"}),
    "see the usage of B's draft": (opens("wagtailadmin_pages:usage", "foreign draft"), KEEPERS | {"stranger"}),
    "delete one's own draft": (
        opens("wagtailadmin_pages:delete", "own draft"),
        KEEPERS | {"author", "coordinator"},
    ),
    "delete what is published": (opens("wagtailadmin_pages:delete", "own published"), ADMINISTRATOR),
    "delete B's draft": (opens("wagtailadmin_pages:delete", "foreign draft"), KEEPERS | {"stranger"}),
    "unpublish": (opens("wagtailadmin_pages:unpublish", "own published"), ADMINISTRATOR),
    "publish directly": (publishes("own draft"), ADMINISTRATOR),
    "approve what is in review": (approves(), frozenset({"leader"})),
    "make a page private": (sets_privacy(), ADMINISTRATOR),
    # searching and choosing pages
    "find A's draft": (finds(PAGES, "?q=Aurora", "Auroradraft"), SECTION | KEEPERS),
    "find B's draft": (finds(PAGES, "?q=Borealis", "Borealisdraft"), KEEPERS | {"stranger"}),
    "choose B's draft": (
        finds("wagtailadmin_choose_page_search", "?q=Borealis", "Borealisdraft"),
        KEEPERS | {"stranger"},
    ),
    "choose A's published page": (
        finds("wagtailadmin_choose_page_search", "?q=Aurora", "Aurorapublished"),
        EVERYBODY - {"visitor", "member"},
    ),
    # files and pictures
    "see A's files": (finds("wagtaildocs:index", "?q=Aurora", "Aurorafile"), KEEPERS | {"author", "coordinator"}),
    "see B's files": (finds("wagtaildocs:index", "?q=Borealis", "Borealisfile"), KEEPERS),
    "edit one's own file": (edits_file("own"), KEEPERS | {"author", "coordinator"}),
    "edit B's file": (edits_file("foreign"), KEEPERS),
    "choose A's file": (chooses("documents", "own"), SECTION | KEEPERS),
    "choose B's file": (chooses("documents", "foreign"), KEEPERS | {"stranger"}),
    "find B's file in the chooser": (
        finds("wagtaildocs_chooser:choose_results", "?q=Borealis", "Borealisfile"),
        KEEPERS | {"stranger"},
    ),
    "edit one's own picture": (edits_picture("own"), KEEPERS | {"author", "coordinator"}),
    "edit B's picture": (edits_picture("foreign"), KEEPERS),
    "choose B's picture": (chooses("images", "foreign"), KEEPERS | {"stranger"}),
    "find B's picture in the chooser": (
        finds("wagtailimages_chooser:choose_results", "?q=Borealis", "Borealispicture"),
        KEEPERS | {"stranger"},
    ),
    # the words and the network
    "edit topics": (opens_list("topics:index"), KEEPERS),
    "edit audiences": (opens_list("audiences:index"), KEEPERS),
    "edit licences": (opens_list("licences:index"), ADMINISTRATOR),
    "edit regions": (opens_list("regions:index"), ADMINISTRATOR),
    "appoint leaders": (opens_list("leaderships:index"), ADMINISTRATOR),
    "admit members": (opens_list("memberships:index"), ADMINISTRATOR),
    "edit people": (opens_list("wagtailusers_users:index"), ADMINISTRATOR),
    "edit workflows": (opens_list("wagtailadmin_workflows:index"), ADMINISTRATOR),
    "edit collections": (opens_list("wagtailadmin_collections:index"), ADMINISTRATOR),
}


@pytest.mark.parametrize("action", TABLE)
def test_exactly_those_who_may_can(action: str, world: World) -> None:
    ask, allowed = TABLE[action]
    assert {who for who in EVERYBODY if ask(world, world.client(who))} == allowed


def test_what_is_sent_for_review_waits_for_the_leader(world: World) -> None:
    page = world.pages["own draft"]
    client = world.client("author")
    client.post(reverse(EDIT, args=[page.pk]), {**form_of(page), "action-submit": "1"})
    waiting = Page.objects.get(pk=page.pk)
    assert not waiting.live
    assert waiting.workflow_in_progress


def test_the_owner_stays_when_a_coordinator_edits(world: World) -> None:
    page = world.pages["own draft"]
    world.client("coordinator").post(reverse(EDIT, args=[page.pk]), {**form_of(page), "title": "Changed"})
    changed = Page.objects.get(pk=page.pk)
    assert (changed.draft_title, changed.owner) == ("Changed", world.people["author"])


def test_a_form_filled_in_by_hand_cannot_take_a_foreign_file(world: World) -> None:
    page = world.pages["own draft"]
    form = form_of(page) | {
        "files-TOTAL_FORMS": "1",
        "files-0-document": str(world.documents["foreign"].pk),
        "files-0-ORDER": "1",
    }
    reply = world.client("author").post(reverse(EDIT, args=[page.pk]), form)
    assert "A file belongs to another organisation" in reply.content.decode()
    assert not CaseStudyPage.objects.get(pk=page.pk).files.exists()


def test_nor_a_foreign_picture(world: World) -> None:
    page = world.pages["own draft"]
    form = form_of(page) | {"cover": str(world.images["foreign"].pk)}
    reply = world.client("author").post(reverse(EDIT, args=[page.pk]), form)
    assert "A picture belongs to another organisation" in reply.content.decode()
    assert CaseStudyPage.objects.get(pk=page.pk).cover is None


def test_an_administrator_cannot_take_over_a_superuser(world: World) -> None:
    root = User.objects.create_superuser("root@example.org", "a-long-enough-password")
    url = reverse("wagtailusers_users:edit", args=[root.pk])
    assert world.client("administrator").get(url).status_code in (302, 403)


def test_nor_make_one(world: World) -> None:
    form = {
        "email": "new@example.org",
        "first_name": "N",
        "last_name": "N",
        "is_superuser": "on",
        "password1": "a-long-enough-password",
        "password2": "a-long-enough-password",
    }
    world.client("administrator").post(reverse("wagtailusers_users:add"), form)
    assert User.objects.get(email="new@example.org").is_superuser is False
