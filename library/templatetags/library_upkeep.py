"""Addresses in the mail that asks whether a resource is still right, and what its page offers to members."""

from datetime import timedelta
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.urls import reverse

from library.resources.base import ResourcePage
from library.upkeep.views.confirm import STILL_RIGHT
from network.models import User
from network.notifications.signed_links import sign_action

register = template.Library()
GOOD_FOR = timedelta(days=60)


def _absolute(address: str) -> str:
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address)


@register.simple_tag
def still_right_address(page: ResourcePage, person: User) -> str:
    """Return the link with which somebody confirms a resource without logging in."""
    return _absolute(reverse("still_right", args=[sign_action(STILL_RIGHT, page, person, good_for=GOOD_FOR)]))


@register.simple_tag
def change_address(page: ResourcePage) -> str:
    """Return where a resource is changed, after logging in."""
    return _absolute(reverse("wagtailadmin_pages:edit", args=[page.pk]))


@register.simple_tag
def take_off_address(page: ResourcePage) -> str:
    """Return where a resource is taken off the site, after logging in."""
    return _absolute(reverse("take_off", args=[page.pk]))
