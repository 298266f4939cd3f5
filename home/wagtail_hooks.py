"""What the site's shell adds to the CMS, and what it takes away because it helps nobody here."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.admin.desks import desks_for
from home.admin.organisation_desk import own_resources_urls
from home.admin.session import keep_session_script, keep_typed_script, session_style, session_view
from library.moderation.reports.scope import sees_everything, sees_reports

NOT_FOR_CONTRIBUTORS = frozenset({"reports", "images", "documents", "network"})  # their desk and the editor lead there


def open_on_what_there_is_to_do(request: HttpRequest, panels: list[Any]) -> None:
    """Replace Wagtail's panels, which list by last edit and ask the database once a row."""
    panels[:] = desks_for(request)


def no_furniture(request: HttpRequest, items: list[Any]) -> None:
    """Leave out the counts that are the same for everybody."""
    items.clear()


def only_what_is_needed(request: HttpRequest, items: list[Any]) -> None:
    """Hide Wagtail's own help from all, and from contributors what they reach on a shorter way."""
    hidden = {"help"}
    if not (request.user.is_superuser or request.user.has_perm("library.change_topic")):
        hidden |= NOT_FOR_CONTRIBUTORS
    if sees_reports(request.user):
        hidden -= {"reports"}
    if not policy_registry.get_by_type(Page).user_has_any_permission(request.user, {"add", "change"}):
        hidden |= {"library"}
    items[:] = [item for item in items if item.name not in hidden]


def only_our_reports(request: HttpRequest, items: list[Any]) -> None:
    """Show leaders the reports about their regions, and Wagtail's own to those who look after the network."""
    if not sees_everything(request.user):
        items[:] = [item for item in items if item.name.startswith("report-")]


def desk_style() -> SafeString:
    """The style of the desks."""
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin/desks.css"))


def session_url() -> list[URLPattern]:
    """The address that tells an open editor whether its user is still logged in."""
    return [path("session/", session_view, name="session_alive")]


hooks.register("register_admin_urls", session_url)
hooks.register("register_admin_urls", own_resources_urls)
hooks.register("insert_global_admin_css", session_style)
hooks.register("insert_editor_js", keep_session_script)
hooks.register("insert_global_admin_js", keep_typed_script)
hooks.register("construct_homepage_panels", open_on_what_there_is_to_do)
hooks.register("construct_homepage_summary_items", no_furniture)
hooks.register("construct_main_menu", only_what_is_needed)
hooks.register("construct_reports_menu", only_our_reports)
hooks.register("insert_global_admin_css", desk_style)
