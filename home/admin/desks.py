"""What the CMS opens on: for each person what they have to do."""

from typing import Any

from django.contrib.auth.models import Group
from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from home.admin.network_desk import NetworkDesk
from home.admin.organisation_desk import OrganisationDesk
from library.moderation.desk.queue import top_of_queue
from library.moderation.reports.scope import sees_reports
from network.models import User
from network.rights import ADMINISTRATORS, EDITORS, LEADERS

SHOWN = 10  # rows of the queue; the rest is on the review desk


class ReviewDesk(Component):
    """For leaders and editors: what awaits their review, oldest first."""

    name = "review_desk"
    order = 50
    template_name = "home/admin/review_desk.html"

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return the queue, and whether there are reports to lead to."""
        waiting, count = top_of_queue(self.user, SHOWN)
        return {"waiting": waiting, "count": count, "has_reports": sees_reports(self.user)}


def desks_for(request: HttpRequest) -> list[Component]:
    """Return the desks of the person behind a request, by their groups and memberships."""
    user = request.user
    if not isinstance(user, User):
        return []
    groups = set(Group.objects.filter(user=user).values_list("name", flat=True))
    desks: list[Component] = []
    if user.is_superuser or groups & {LEADERS, EDITORS}:
        desks.append(ReviewDesk(user))
    if user.memberships.exists():
        desks.append(OrganisationDesk(user))
    if user.is_superuser or ADMINISTRATORS in groups:
        desks.append(NetworkDesk())
    return desks
