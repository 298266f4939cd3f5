"""Is the person who is typing still logged in?"""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _g
from django.views.decorators.cache import never_cache


@never_cache
def session_view(request: HttpRequest) -> JsonResponse:
    """Answer to whoever is logged in; Wagtail answers 403 to a script of anybody else."""
    return JsonResponse({"alive": True})


def keep_session_script() -> SafeString:
    """Return the script of every editor that keeps what was typed when the session has ended meanwhile."""
    return format_html(
        '<script src="{}" data-session-url="{}" data-login-url="{}" data-message="{}" data-login="{}" defer></script>',
        static("home/admin/keep-session.js"),
        reverse("session_alive"),
        reverse("wagtailadmin_login"),
        _g("You are no longer logged in. What you typed is still here: log in again in another window, then go on."),
        _g("Log in again"),
    )


def session_style() -> SafeString:
    """Return the style of what these scripts say."""
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin/session.css"))


def keep_typed_script() -> SafeString:
    """Return the script that keeps in the browser what an editor could not save; anywhere, as one may log out there."""
    return format_html(
        '<script src="{}" data-message="{}" data-back="{}" data-away="{}" data-failed="{}" defer></script>',
        static("home/admin/keep-typed.js"),
        _g("What you typed here on %s did not reach the site."),
        _g("Put it back"),
        _g("Throw it away"),
        _g("It could not be put back, because the resource has changed since. It is kept in this browser."),
    )
