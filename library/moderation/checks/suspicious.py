"""Links that hide where they lead, and sites that nobody may link to."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.hosts import host_of, is_below, is_number, looks_like_another
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level

SHORTENERS: Final = (
    *("bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "s.id"),
    *("short.io", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "tr.im", "v.gd"),
)


class SuspiciousLinks(Check):
    """Short addresses, numbers instead of names, names that look like others; and forbidden sites."""

    id = "suspicious-links"
    label = _("No suspicious links")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {
        "shorteners": Option(SHORTENERS, _("Services that hide where a link leads, one per line")),
        "forbidden": Option((), _("Sites that nobody may link to, one per line")),
    }

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each link with what is wrong with it; a forbidden site holds the submission up."""
        for link in material.links:
            what = _wrong_with(host_of(link.url), options)
            if what:
                yield Found(link.field, {"url": link.url, "what": what}, Level.BLOCK if what == "forbidden" else None)

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what is wrong."""
        return str(WHAT.get(str(data.get("what")), WHAT["short"])) % {"url": data.get("url", "")}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        if data.get("what") == "forbidden":
            return _g("Remove it. If you think that is a mistake, write to the administrators.")
        return _g("Give the full address of the page itself.")


WHAT: Final = {
    "forbidden": _("%(url)s leads to a site that may not be linked to here."),
    "short": _("%(url)s is a short address, which hides where it leads."),
    "number": _("%(url)s has a number where the name of a site belongs."),
    "look-alike": _("%(url)s has letters of another alphabet that look like those of a known name."),
}


def _wrong_with(host: str, options: Mapping[str, Any]) -> str:
    if any(is_below(host, domain) for domain in options["forbidden"]):
        return "forbidden"
    if any(is_below(host, domain) for domain in options["shorteners"]):
        return "short"
    if host and is_number(host):
        return "number"
    return "look-alike" if looks_like_another(host) else ""
