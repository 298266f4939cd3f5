"""Small factories for every test: people, places, topics, organisations and one resource of each type.

    author = UserFactory(email="ana@example.org")
    hospital = OrganisationFactory(title="North Hospital", home_region=RegionFactory(code="be", name="Belgium"))
    guide = GuideFactory(parent=hospital, title="Asking for consent", language="nl", topics=[TopicFactory()])

Pages are published as rows, without Wagtail's signals; ``publish(page)`` goes through a revision and sends them.
Whatever is not given is plain and valid: an organisation in the directory, a resource in an organisation of its own.
"""

from typing import Any, cast

from django.core.files.base import ContentFile
from django.utils import timezone
from factory import declarations
from factory.declarations import LazyAttribute, LazyFunction, SubFactory
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site
from wagtail_factories import ImageFactory as WagtailImageFactory
from wagtail_factories import PageFactory

from home.models import HomePage
from library.models import (
    Audience,
    BestPracticeGuidePage,
    CaseStudyPage,
    EventPage,
    LibraryDocument,
    LibraryImage,
    Licence,
    ResourceFile,
    ResourcePage,
    Topic,
    TrainingMaterialPage,
)
from network.models import OrganisationIndexPage, OrganisationPage, Region, RegionKind, User
from tests.makes import Makes

PASSWORD = "a-long-enough-password"


def home_page() -> HomePage:
    """Return the front page, where the default site begins."""
    page: HomePage | None = HomePage.objects.first()
    if page is None:
        page = Page.get_first_root_node().add_child(instance=HomePage(title="Commonshelf", slug="front"))
        site = {"hostname": "localhost", "port": 80, "root_page": page}
        Site.objects.update_or_create(is_default_site=True, defaults=site)
        Site.clear_site_root_paths_cache()
    return page


def directory() -> OrganisationIndexPage:
    """Return the directory of organisations, at /organisations/."""
    page: OrganisationIndexPage | None = OrganisationIndexPage.objects.first()
    if page is None:
        page = OrganisationIndexPage(title="Organisations", slug="organisations", show_in_menus=True)
        home_page().add_child(instance=page)
    return page


def publish(page: Page) -> None:
    """Publish a page as an editor does: through a revision, with Wagtail's signals."""
    page.save_revision().publish()


class _UserFactory(DjangoModelFactory[User]):
    """A member who can log in with ``PASSWORD``."""

    class Meta:
        model = User

    email = declarations.Sequence(lambda n: f"person-{n}@example.org")
    first_name = "Ana"
    last_name = declarations.Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(password=kwargs.pop("password", PASSWORD), **kwargs)


def world() -> Region:
    """Return the root of the regions."""
    return Region.objects.get_or_create(code="world", defaults={"name": "World", "kind": RegionKind.WORLD})[0]


class _RegionFactory(DjangoModelFactory[Region]):
    """A country directly below the world; the same code gives the same region."""

    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = declarations.Sequence(lambda n: f"country-{n}")
    name = LazyAttribute(lambda region: region.code.replace("-", " ").title())
    kind = RegionKind.COUNTRY
    parent = LazyFunction(world)


class _TopicFactory(DjangoModelFactory[Topic]):
    """A topic at the top of the tree; the same slug gives the same topic."""

    class Meta:
        model = Topic
        django_get_or_create = ("slug",)

    slug = declarations.Sequence(lambda n: f"topic-{n}")
    name = LazyAttribute(lambda topic: topic.slug.replace("-", " ").capitalize())


class _AudienceFactory(DjangoModelFactory[Audience]):
    """For whom a resource is; the same slug gives the same audience."""

    class Meta:
        model = Audience
        django_get_or_create = ("slug",)

    slug = declarations.Sequence(lambda n: f"audience-{n}")
    name = LazyAttribute(lambda audience: audience.slug.replace("-", " ").capitalize())


class _LicenceFactory(DjangoModelFactory[Licence]):
    """CC BY 4.0, unless told otherwise."""

    class Meta:
        model = Licence
        django_get_or_create = ("spdx",)

    spdx = "CC-BY-4.0"
    name = "Creative Commons Attribution 4.0"
    url = "https://creativecommons.org/licenses/by/4.0/"


class _DocumentFactory(DjangoModelFactory[LibraryDocument]):
    """An uploaded text file."""

    class Meta:
        model = LibraryDocument

    title = "Handout"
    file = LazyFunction(lambda: ContentFile(b"Ask before you film.", name="handout.txt"))


class _ImageFactory(WagtailImageFactory):
    """A picture of one colour."""

    class Meta:
        model = LibraryImage

    title = "A picture"


class _OrganisationFactory(PageFactory):
    """A published organisation in the directory."""

    class Meta:
        model = OrganisationPage

    parent: Any = LazyFunction(directory)
    title: Any = declarations.Sequence(lambda n: f"Hospital {n}")
    summary = "A hospital by the river."
    home_region = SubFactory(_RegionFactory)


class _ResourceFactory(PageFactory):
    """What the four types share; takes lists: topics, regions, audiences, documents."""

    class Meta:
        abstract = True

    parent: Any = SubFactory(_OrganisationFactory)
    summary = "What we learned about asking before filming."
    language = "en"
    year = 2025
    first_published_at = last_published_at = LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class: type[ResourcePage], *args: Any, **fields: Any) -> ResourcePage:
        files = [ResourceFile(document=document) for document in fields.pop("documents", ())]
        related = {name: fields.pop(name, ()) for name in ("topics", "regions", "audiences")} | {"files": files}
        page: ResourcePage = super()._create(model_class, *args, **fields)
        for name, values in related.items():
            if values:
                setattr(page, name, list(values))
        page.save()
        return page


class _TrainingFactory(_ResourceFactory):
    """A published piece of training material."""

    class Meta:
        model = TrainingMaterialPage

    title: Any = declarations.Sequence(lambda n: f"Training {n}")
    levels = ["beginner"]


class _CaseStudyFactory(_ResourceFactory):
    """A published case study."""

    class Meta:
        model = CaseStudyPage

    title: Any = declarations.Sequence(lambda n: f"Case study {n}")
    setting = "<p>A ward with twenty beds.</p>"


class _GuideFactory(_ResourceFactory):
    """A published best-practice guide."""

    class Meta:
        model = BestPracticeGuidePage

    title: Any = declarations.Sequence(lambda n: f"Guide {n}")
    version = "1.0"


class _EventFactory(_ResourceFactory):
    """A published event, today."""

    class Meta:
        model = EventPage

    title: Any = declarations.Sequence(lambda n: f"Event {n}")
    start_date = LazyFunction(timezone.localdate)
    time_zone = "Europe/Brussels"


# The classes under the names that tests use, typed by what a call makes.
UserFactory = cast("Makes[User]", _UserFactory)
RegionFactory = cast("Makes[Region]", _RegionFactory)
TopicFactory = cast("Makes[Topic]", _TopicFactory)
AudienceFactory = cast("Makes[Audience]", _AudienceFactory)
LicenceFactory = cast("Makes[Licence]", _LicenceFactory)
DocumentFactory = cast("Makes[LibraryDocument]", _DocumentFactory)
ImageFactory = cast("Makes[LibraryImage]", _ImageFactory)
OrganisationFactory = cast("Makes[OrganisationPage]", _OrganisationFactory)
TrainingFactory = cast("Makes[TrainingMaterialPage]", _TrainingFactory)
CaseStudyFactory = cast("Makes[CaseStudyPage]", _CaseStudyFactory)
GuideFactory = cast("Makes[BestPracticeGuidePage]", _GuideFactory)
EventFactory = cast("Makes[EventPage]", _EventFactory)

RESOURCE_FACTORIES: dict[str, "Makes[ResourcePage]"] = {
    "training": TrainingFactory,
    "case-study": CaseStudyFactory,
    "guide": GuideFactory,
    "event": EventFactory,
}
