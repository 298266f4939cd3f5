"""What the network adds to the CMS."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.models import Page
from wagtail.signals import page_published

from network.admin.joining import joining_menu_item, joining_urls
from network.admin.mails import MailsMenuItem, mails_urls
from network.admin.my_organisation.urls import my_organisation_menu_item, my_organisation_urls
from network.admin.organisations import OrganisationListing, organisation_buttons
from network.admin.people import LeadershipViewSet, MembershipViewSet
from network.admin.standing import standing_urls
from network.models import OrganisationPage, User
from network.organisations.found import provision_organisation


class NetworkGroup(ViewSetGroup):
    """One entry of the menu: who and where."""

    menu_label: Any = _("Network")
    menu_name = "network"
    menu_icon = "group"
    menu_order = 160
    items: Any = (OrganisationListing, MembershipViewSet, LeadershipViewSet)


def network_views() -> NetworkGroup:
    """Organisations, memberships, leaderships."""
    return NetworkGroup()


def provision_when_created(request: HttpRequest, page: Page) -> None:
    """Give an organisation that an administrator creates in the CMS its groups and collection."""
    if isinstance(page, OrganisationPage):
        provision_organisation(page)


def provision_when_copied(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Give the copy of an organisation groups and a collection of its own; people are not copied."""
    provision_when_created(request, new_page.specific)


def only_superusers_touch_superusers(request: HttpRequest, user: User) -> None:
    """Keep an administrator from taking over an account that may do more than theirs."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


def nor_in_bulk(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """The same for actions on several people at once."""
    if not request.user.is_superuser and any(isinstance(each, User) and each.is_superuser for each in objects):
        raise PermissionDenied


def follow_a_new_name(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Rename groups and collection with the organisation when a change of its name is published."""
    if isinstance(instance, OrganisationPage):
        provision_organisation(instance)


page_published.connect(follow_a_new_name, dispatch_uid="network.follow_a_new_name")


hooks.register("register_admin_urls", joining_urls)
hooks.register("register_admin_urls", my_organisation_urls)
hooks.register("register_admin_menu_item", my_organisation_menu_item)
hooks.register("register_admin_menu_item", joining_menu_item)
hooks.register("register_admin_urls", standing_urls)
hooks.register("register_admin_urls", mails_urls)
hooks.register("register_reports_menu_item", MailsMenuItem)
hooks.register("register_admin_viewset", network_views)
hooks.register("register_page_header_buttons", organisation_buttons)
hooks.register("after_create_page", provision_when_created)
hooks.register("after_copy_page", provision_when_copied)
hooks.register("before_edit_user", only_superusers_touch_superusers)
hooks.register("before_delete_user", only_superusers_touch_superusers)
hooks.register("before_bulk_action", nor_in_bulk)
