"""The page on which people choose which mails they get: logged in, or by the link in a mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _g
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from network.notifications.delivery import stop
from network.notifications.forms import ChoicesForm, ReadingForm
from network.notifications.readers import profile_of
from network.notifications.stopping import LinkNoLongerValid, choices_address, read_stop_link
from network.users.models import User


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def choices(request: HttpRequest) -> HttpResponse:
    """Show and keep one's own choices."""
    return _choices(request, get_object_or_404(User, email=request.user.get_username()))


@never_cache
@require_http_methods(["GET", "POST"])
def choices_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show and keep the choices of whom the mail was sent to."""
    try:
        return _choices(request, read_stop_link(token).person)
    except LinkNoLongerValid:
        return render(request, "network/notifications/link_over.html", status=410)


@csrf_exempt  # mail programs post here by themselves; the token says who asks
@never_cache
@require_http_methods(["GET", "POST"])
def stop_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the groups of a mail when a mail program posts; lead people who open the link to their choices."""
    try:
        link = read_stop_link(token)
    except LinkNoLongerValid:
        return render(request, "network/notifications/link_over.html", status=410)
    if request.method == "POST":
        stop(link.person, link.groups)
        return HttpResponse(_g("You no longer get these mails."), content_type="text/plain; charset=utf-8")
    return redirect(choices_address(link.person))


def _choices(request: HttpRequest, person: User) -> HttpResponse:
    form = ChoicesForm(person, request.POST or None)
    reading = ReadingForm(request.POST or None, instance=profile_of(person))
    if request.method == "POST" and form.is_valid() and reading.is_valid():
        form.save()
        reading.save()
        messages.success(request, _g("Your choices are kept. They hold from the next mail on."))
        return redirect(request.path)
    context = {"form": form, "reading": reading, "person": person}
    return render(request, "network/notifications/choices.html", context)
