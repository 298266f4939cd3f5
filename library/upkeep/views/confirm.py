"""The link in the mail: a page with one button, without logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _g
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from library.moderation.refusals import Refusal
from library.resources.base import ResourcePage
from library.upkeep.still_right import confirm_still_right
from network.notifications.signed_links import read_action
from network.notifications.stopping import LinkNoLongerValid

STILL_RIGHT = "still-right"
TEMPLATE = "library/upkeep/still_right.html"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def still_right_view(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the button does; do it when it is pressed, since mail programs open links by themselves."""
    try:
        action = read_action(STILL_RIGHT, token, ResourcePage)
    except LinkNoLongerValid:
        said = _g("This link is no longer valid. Log in to find what you look after on your desk.")
        return render(request, TEMPLATE, {"said": said}, status=410)
    context = {"resource": action.about, "said": ""}
    if request.method == "POST":
        try:
            confirm_still_right(action.about, action.person)
            context["said"] = _g("Thank you. It is noted that “%s” is still right.") % action.about.title
        except Refusal as refusal:
            context["said"] = str(refusal)
    return render(request, TEMPLATE, context)
