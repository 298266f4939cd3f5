"""The health check, and the doors to sharing and to the CMS."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say whether the site can serve: 200 when the database answers, else 503."""
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    return JsonResponse({"status": "ok", "database": "up"})


@require_safe
@login_required
def share(request: HttpRequest) -> HttpResponse:
    """Lead who may edit to the editor, and tell everybody else how to join."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect("wagtailadmin_home")
    return render(request, "home/share.html")


@never_cache
def enter_cms(request: HttpRequest) -> HttpResponse:
    """Lead to the site's login, with its limits and its second step; who has no business in the CMS, to joining."""
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        return redirect("share")
    return redirect_to_login(request.GET.get("next") or resolve_url("wagtailadmin_home"))
