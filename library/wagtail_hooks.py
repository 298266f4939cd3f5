"""What the library adds to the CMS; everything it does stands in the concept packages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.models import Page

from library.admin import hand_over
from library.admin.editor import page_views
from library.admin.file_report import file_report_menu_item, file_report_urls
from library.admin.file_state import file_state_urls
from library.admin.known import put_known_in_api
from library.admin.language_guess import guess_language_view
from library.admin.listing import ResourceListing
from library.admin.references import choosable_pages
from library.admin.terms import AudienceViewSet, LicenceViewSet, RegionViewSet, TopicViewSet
from library.contributing import hooks as contributing
from library.contributing import sending
from library.contributing.urls import contributing_urls
from library.files.models import LibraryDocument
from library.files.rights import refuse_strangers
from library.moderation.checks.admin.live import live_check_urls
from library.moderation.checks.admin.settings import check_settings_menu_item, check_settings_urls
from library.moderation.desk.in_editor import lead_to_the_review
from library.moderation.desk.reasons import DecisionReasonViewSet
from library.moderation.desk.urls import review_menu_item, review_urls
from library.moderation.reports.admin import register as register_reports
from library.upkeep import hooks as upkeep
from library.upkeep.urls import upkeep_urls
from library.upkeep.views.second_look import SecondLookMenuItem
from network.models import User


def language_guess_url() -> list[URLPattern]:
    """The address that proposes a language."""
    return [path("guess-language/", guess_language_view, name="guess_language")]


def only_what_may_be_linked(pages: Any, request: HttpRequest) -> Any:
    """Show public pages and one's own section in choosers, not the drafts of others."""
    user = request.user
    return pages.filter(pk__in=choosable_pages(user).values("pk")) if isinstance(user, User) else pages


def file_rights(document: LibraryDocument, request: HttpRequest) -> HttpResponse | None:
    """Serve a file to those who may see a page that uses it."""
    return refuse_strangers(document, request)


def back_to_the_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After a decision, lead a reviewer who has no rights in the section to the desk instead of a refusal."""
    decided = "action-workflow-action" in request.POST
    if decided and not Page.objects.get(pk=page.pk).permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_home")
    return None


class LibraryGroup(ViewSetGroup):
    """One entry of the menu: resources, and the words they are described with."""

    menu_label: Any = _("Library")
    menu_name = "library"
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items: Any = (ResourceListing, TopicViewSet, RegionViewSet, AudienceViewSet, LicenceViewSet, DecisionReasonViewSet)


def library_views() -> LibraryGroup:
    """Resources and vocabularies."""
    return LibraryGroup()


hooks.register("register_admin_urls", language_guess_url)
hooks.register("register_admin_urls", file_state_urls)
hooks.register("register_admin_urls", hand_over.hand_over_urls)
hooks.register("register_page_header_buttons", hand_over.hand_over_button)
hooks.register("register_admin_urls", file_report_urls)
hooks.register("register_reports_menu_item", file_report_menu_item)
hooks.register("register_admin_urls", review_urls)
hooks.register("register_admin_menu_item", review_menu_item)
hooks.register("construct_page_action_menu", lead_to_the_review)
hooks.register("register_admin_urls", contributing_urls)
hooks.register("construct_page_action_menu", sending.sending_first)
hooks.register("after_create_page", sending.to_the_desk)
hooks.register("after_edit_page", sending.to_the_desk)
hooks.register("before_copy_page", contributing.copy_our_way)
hooks.register("register_page_header_buttons", contributing.adapt_button)
hooks.register("register_admin_viewset", page_views)
hooks.register("register_admin_urls", live_check_urls)
hooks.register("register_admin_urls", check_settings_urls)
hooks.register("register_settings_menu_item", check_settings_menu_item)
hooks.register("register_admin_viewset", library_views)
hooks.register("construct_admin_api", put_known_in_api, order=1)  # after Wagtail's own
hooks.register("construct_page_chooser_queryset", only_what_may_be_linked)
hooks.register("before_serve_document", file_rights)
hooks.register("after_edit_page", back_to_the_desk)
hooks.register("register_admin_urls", upkeep_urls)
hooks.register("register_admin_menu_item", SecondLookMenuItem)
hooks.register("construct_page_action_menu", upkeep.take_off_instead)
hooks.register("construct_page_action_menu", upkeep.offer_appeal)
hooks.register("register_page_header_buttons", upkeep.take_off_button)
hooks.register("before_unpublish_page", upkeep.ask_why)
hooks.register("before_bulk_action", upkeep.not_in_bulk)
register_reports()
