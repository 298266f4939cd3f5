"""What the CMS opens on: for each person what they have to do."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _g
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from home.admin.organisation_desk import OrganisationDesk
from library.models import LibraryDocument, ResourcePage, Topic
from library.moderation.desk.queue import top_of_queue
from network.models import Leadership, OrganisationPage, User
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
        """Return the queue."""
        waiting, count = top_of_queue(self.user, SHOWN)
        return {"waiting": waiting, "count": count}


class NetworkNumbers(Component):
    """For administrators: how much there is, each number a link to what it counts."""

    name = "network_numbers"
    order = 200
    template_name = "home/admin/network_numbers.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return ``(words, number, address)`` for each."""
        resources: QuerySet[ResourcePage] = ResourcePage.objects.all()
        listing = reverse("resources:index")
        in_progress = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count()
        return {
            "numbers": [
                (_g("Published resources"), resources.filter(live=True).count(), f"{listing}?live=true"),
                (_g("Unpublished resources"), resources.filter(live=False).count(), f"{listing}?live=false"),
                (_g("In review"), in_progress, f"{reverse('wagtailadmin_reports:workflow')}?status=in_progress"),
                (_g("Organisations"), OrganisationPage.objects.count(), reverse("organisations:index")),
                (_g("Leaderships in force"), Leadership.objects.in_force().count(), reverse("leaderships:index")),
                (_g("People"), User.objects.filter(is_active=True).count(), reverse("wagtailusers_users:index")),
                (_g("Topics"), Topic.objects.count(), reverse("topics:index")),
                (_g("Files"), LibraryDocument.objects.count(), reverse("wagtaildocs:index")),
            ]
        }


def desks_for(request: HttpRequest) -> list[Component]:
    """Return the desks of the person behind a request, by their groups; two SQL queries."""
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
        desks.append(NetworkNumbers())
    return desks
