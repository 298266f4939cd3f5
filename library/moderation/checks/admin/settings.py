"""The pages on which administrators switch checks on and off, and tune them."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from library.moderation.checks.admin.form import CheckSettingForm
from library.moderation.checks.base import Check
from library.moderation.checks.models import CheckSetting, Level
from library.moderation.checks.registry import CHECKS, check_by_id
from library.moderation.checks.tune import put_back, set_check

MAY_SET = "library.change_checksetting"


@dataclass(frozen=True, slots=True)
class Row:
    """A check as it is set."""

    check: Check
    is_on: bool
    level: Level
    is_changed: bool


class CheckPage(WagtailAdminTemplateMixin, View):
    """What the pages about checks share."""

    page_title: Any = _("Automatic checks")
    header_icon = "circle-check"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of checks."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse_lazy("check_settings"), "label": _("Automatic checks")},
        ]


@method_decorator(permission_required(MAY_SET), name="dispatch")
class CheckSettingsView(CheckPage):
    """Every check with its level, and whether it is switched on; one SQL query."""

    template_name = "library/admin/checks/settings.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list."""
        response: HttpResponse = self.render_to_response({**self.get_context_data(), "rows": _rows()})
        return response


@method_decorator(permission_required(MAY_SET), name="dispatch")
class CheckSettingView(CheckPage):
    """How one check is set."""

    template_name = "library/admin/checks/setting.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Look the check up; 404 for one that is not made."""
        check = check_by_id(kwargs["check_id"])
        if check is None:
            raise Http404
        self.check, self.page_subtitle = check, str(check.label)
        self.setting = CheckSetting.objects.filter(check_id=check.id).first()
        self.form = CheckSettingForm(check, self.setting, request.POST or None)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, check_id: str) -> HttpResponse:
        """Show the form."""
        context = {**self.get_context_data(), "form": self.form, "check": self.check, "setting": self.setting}
        response: HttpResponse = self.render_to_response(context)
        return response

    def post(self, request: HttpRequest, check_id: str) -> HttpResponse:
        """Store it, put it back as it was made, or show what is wrong."""
        if "put-back" in request.POST:
            put_back(self.check)
        elif self.form.is_valid():
            set_check(self.check, self.form.wanted())
        else:
            messages.error(request, _g("It was not saved. See what is said beside the fields."))
            return self.get(request, check_id)
        messages.success(
            request, _g("“%(check)s” is set. It holds for what is sent from now on.") % {"check": self.check.label}
        )
        return redirect("check_settings")


def _rows() -> list[Row]:
    settings = {setting.check_id: setting for setting in CheckSetting.objects.all()}
    return [_row(check, settings.get(check.id)) for check in CHECKS]


def _row(check: Check, setting: CheckSetting | None) -> Row:
    if setting is None:
        return Row(check, is_on=True, level=check.level, is_changed=False)
    return Row(check, is_on=setting.is_on, level=Level(setting.level), is_changed=True)


class CheckSettingsMenuItem(MenuItem):
    """Shown to those who may set checks."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the right."""
        return bool(request.user.has_perm(MAY_SET))


def check_settings_urls() -> list[URLPattern]:
    """The list, and the page of each check."""
    return [
        path("settings/checks/", CheckSettingsView.as_view(), name="check_settings"),
        path("settings/checks/<slug:check_id>/", CheckSettingView.as_view(), name="check_setting"),
    ]


def check_settings_menu_item() -> MenuItem:
    """The entry among the settings."""
    url = reverse("check_settings")
    return CheckSettingsMenuItem(_("Automatic checks"), url, name="checks", icon_name="circle-check", order=320)
