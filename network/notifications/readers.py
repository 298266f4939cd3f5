"""In which language and time zone somebody reads their mails, as they chose; else those of the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from network.users.models import User


@contextmanager
def as_read_by(person: User) -> Iterator[None]:
    """Write in somebody's language and time zone."""
    profile = profile_of(person)
    language = profile.preferred_language or settings.LANGUAGE_CODE
    with translation.override(language), timezone.override(zone_named(profile.current_time_zone)):
        yield


def profile_of(person: User) -> UserProfile:
    """Return what Wagtail keeps of somebody's choices; a new one, not saved, where they have made none."""
    return getattr(person, "wagtail_userprofile", None) or UserProfile(user=person)


def zone_named(name: str) -> tzinfo:
    """Return a time zone; the site's where none is named, or one that is no more."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()
