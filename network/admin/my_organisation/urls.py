"""The addresses of an organisation's people in the CMS, and the place in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from network.admin.my_organisation import actions, goodbyes, page
from network.organisations.models import Role
from network.users.models import User


def my_organisation_urls() -> list[URLPattern]:
    """The page, its buttons, and the pages that ask before somebody goes."""
    one = "organisations/<int:organisation_id>/people/"
    coordinator, contributor = {"role": Role.COORDINATOR}, {"role": Role.CONTRIBUTOR}
    return [
        path("my-organisation/", page.own_view, name="my_organisation"),
        path(one, page.people_view, name="organisation_people"),
        path(f"{one}invite/", actions.invite_view, name="invite_member"),
        path(f"{one}invitations/<int:invitation_id>/withdraw/", actions.withdraw_view, name="withdraw_invitation"),
        path(f"{one}<int:person_id>/coordinator/", actions.role_view, coordinator, name="promote_member"),
        path(f"{one}<int:person_id>/contributor/", actions.role_view, contributor, name="demote_member"),
        path(f"{one}<int:person_id>/remove/", goodbyes.remove_view, name="remove_member"),
        path(f"{one}leave/", goodbyes.leave_view, name="leave_organisation"),
        path(f"{one}hand-over/", goodbyes.hand_over_view, name="hand_over_organisation"),
    ]


class MyOrganisationMenuItem(MenuItem):
    """Shown to whoever belongs to an organisation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for a membership."""
        return isinstance(request.user, User) and request.user.memberships.exists()


def my_organisation_menu_item() -> MenuItem:
    """The page in the CMS menu."""
    return MyOrganisationMenuItem(
        _("My organisation"), reverse_lazy("my_organisation"), name="my-organisation", icon_name="group", order=130
    )
