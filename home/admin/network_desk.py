"""The administrator's desk: what asks for somebody, how the continents are looked after, and how much there is."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _g
from wagtail.admin.ui.components import Component

from home.admin.concerns import concerns_of_machinery, concerns_of_people, concerns_of_review
from library.models import LibraryDocument, ResourcePage, Topic
from library.moderation.reports.regions import lines_of, parts_of
from network.leadership.territory import Territories
from network.models import Leadership, OrganisationPage, Region, RegionKind, User


class NetworkDesk(Component):
    """For administrators: what asks for somebody, what is well, the continents, and numbers that are links."""

    name = "network_desk"
    order = 200
    template_name = "home/admin/network_desk.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Look at everything; a constant number of SQL queries."""
        territories = Territories.read()
        concerns = [*concerns_of_review(), *concerns_of_people(territories), *concerns_of_machinery()]
        world = Region.objects.filter(kind=RegionKind.WORLD).first()
        return {
            "concerns": [concern for concern in concerns if concern.count],
            "well": [concern for concern in concerns if not concern.count],
            "regions": lines_of(parts_of(world), territories) if world else [],
            "numbers": network_numbers(),
        }


def network_numbers() -> list[tuple[str, int, str]]:
    """Return ``(words, number, address)`` of how much there is; seven SQL queries."""
    resources: QuerySet[ResourcePage] = ResourcePage.objects.all()
    listing = reverse("resources:index")
    return [
        (_g("Published resources"), resources.filter(live=True).count(), f"{listing}?live=true"),
        (_g("Unpublished resources"), resources.filter(live=False).count(), f"{listing}?live=false"),
        (_g("Organisations"), OrganisationPage.objects.count(), reverse("organisations:index")),
        (_g("Leaderships in force"), Leadership.objects.in_force().count(), reverse("leaderships:index")),
        (_g("People"), User.objects.filter(is_active=True).count(), reverse("wagtailusers_users:index")),
        (_g("Topics"), Topic.objects.count(), reverse("topics:index")),
        (_g("Files"), LibraryDocument.objects.count(), reverse("wagtaildocs:index")),
    ]
