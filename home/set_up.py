"""Setting up a site: front page, directory, groups, review."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page, Site, Task, Workflow

from home.models import HomePage
from library.moderation.review import set_up_review
from network.groups import organisations_collection, set_up_groups
from network.models import OrganisationIndexPage


@dataclass(frozen=True, slots=True)
class SetUp:
    """What stands after setting up."""

    site: Site
    front_page: HomePage
    directory: OrganisationIndexPage


@transaction.atomic
def set_up_network() -> SetUp:
    """Make the site, its front page, the directory of organisations, the groups with their rights, and the review.

    May be called again at any time: it makes what is missing, and rights are put right.
    """
    front_page = HomePage.objects.first() or _make_front_page()
    site = _point_site_at(front_page)
    directory = OrganisationIndexPage.objects.first() or _make_directory(front_page)
    organisations_collection()
    set_up_groups(directory)
    set_up_review(directory)
    return SetUp(site, front_page, directory)


def _make_front_page() -> HomePage:
    root = Page.get_first_root_node()
    # Wagtail's own migration leaves a page to greet developers, and groups whose members may publish everything.
    greeting = root.get_children().filter(slug="home").first()
    front_page: HomePage = root.add_child(instance=HomePage(title=settings.WAGTAIL_SITE_NAME, slug="front"))
    if greeting is not None and greeting.specific_class is Page and not greeting.get_children().exists():
        Site.objects.filter(root_page=greeting).update(root_page=front_page)
        greeting.delete()
        Workflow.objects.filter(name="Moderators approval").delete()
        Task.objects.filter(name="Moderators approval").delete()
        Group.objects.filter(name__in=("Editors", "Moderators"), user__isnull=True).delete()
    return front_page


def _make_directory(front_page: HomePage) -> OrganisationIndexPage:
    page = OrganisationIndexPage(title="Organisations", slug="organisations")
    directory: OrganisationIndexPage = front_page.add_child(instance=page)
    return directory


def _point_site_at(front_page: HomePage) -> Site:
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page = front_page
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()
    return site
