"""What waits for a second look: appeals to answer, and what was published on trust."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from library.moderation.after_publication import SpotCheck
from library.upkeep.answering import appeals_for
from library.upkeep.forms import SpotCheckForm
from library.upkeep.spot_checks import close_spot_check, may_look, spot_checks_for
from library.upkeep.views.asking import ask, carried_out
from network.models import User
from network.rights import EDITORS, LEADERS


def takes_second_looks(user: User | AnonymousUser) -> bool:
    """Tell whether somebody leads, edits or administers."""
    return user.is_superuser or bool(user.groups.filter(name__in=(LEADERS, EDITORS)).exists())


class SecondLookMenuItem(MenuItem):
    """The entry of the menu, for those who take second looks."""

    def __init__(self) -> None:
        super().__init__(_("Second look"), reverse("second_look"), name="second-look", icon_name="view", order=140)

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to leaders, editors and superusers."""
        return takes_second_looks(request.user)


def second_look_view(request: HttpRequest) -> HttpResponse:
    """List what waits for this person."""
    user = request.user
    if not isinstance(user, User) or not takes_second_looks(user):
        raise PermissionDenied
    context = {
        "appeals": appeals_for(user),
        "checks": spot_checks_for(user)[:100],
        "header_title": _g("Second look"),
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": "", "label": _g("Second look")},
        ],
    }
    return TemplateResponse(request, "library/upkeep/second_look.html", context)


def spot_check_view(request: HttpRequest, check_id: int) -> HttpResponse:
    """Show one that was published on trust, and take what somebody saw; who objects goes on to take it off."""
    checks = SpotCheck.objects.select_related("submission__page")
    check = get_object_or_404(checks, pk=check_id, at__isnull=True)
    user = request.user
    if not isinstance(user, User) or not may_look(user, check.submission):
        raise PermissionDenied
    form = SpotCheckForm(request.POST or None)
    if form.is_bound and carried_out(form, lambda said: close_spot_check(check, user, **said)):
        messages.success(request, _g("Thank you. What you saw is noted."))
        page = check.submission.page
        objects = page is not None and page.live and not form.cleaned_data["is_fine"]
        return redirect("take_off", page.pk) if objects and page else redirect("second_look")
    intro = _g(
        "If you object, you come next to the page that takes it off the site; leave that where words are enough."
    )
    title = _g("Look at what was published on trust")
    about, url = check.submission.title, check.submission.page.url if check.submission.page else ""
    return ask(request, form, title, _g("Note what I saw"), about=about, about_url=url, intro=intro)
