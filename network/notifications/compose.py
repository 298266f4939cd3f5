"""Writing a mail: text and HTML in the recipient's language and time, with a way to act and a way to stop."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context, Engine, TemplateDoesNotExist
from django.template.defaultfilters import linebreaks_filter
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _g

from network.notifications.kinds import all_kinds, kind_named
from network.notifications.models import Notification
from network.notifications.readers import as_read_by
from network.notifications.stopping import choices_address, stop_address

SUBJECT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Part:
    """One thing told: all of a mail, or an entry of the daily one."""

    notification: Notification
    group: str
    group_label: str
    subject: str
    text: str
    html: SafeString
    address: str
    action_label: str


def part_of(notification: Notification) -> Part | None:
    """Return what a notification says now; ``None`` where it is not, or no longer, its recipient's to know.

    Raises ``KeyError`` for a kind that nobody registered, and whatever its kind raises.
    """
    kind, person, about = kind_named(notification.kind), notification.recipient, notification.about
    if about is None or not person.is_active or not kind.may_know(person, about):
        return None
    said = {"about": about, "recipient": person, "data": notification.data}
    with as_read_by(person):
        text = _plain(f"mail/{kind.name}.txt", said)
        return Part(
            notification=notification,
            group=kind.group,
            group_label=str(kind.group_label),
            subject=" ".join(_plain(f"mail/{kind.name}.subject.txt", said).split())[:SUBJECT_LENGTH],
            text=text,
            html=_fragment(f"mail/{kind.name}.html", said, text),
            address=absolute(kind.action(about, notification.data)),
            action_label=str(kind.action_label) or _g("Open it"),
        )


def compose(parts: Sequence[Part], *, is_digest: bool) -> EmailMultiAlternatives:
    """Return the mail that tells somebody these things."""
    first, person = parts[0], parts[0].notification.recipient
    name = "digest" if is_digest else "notification"
    groups = [kind.group for kind in all_kinds()]
    ordered = sorted(parts, key=lambda part: groups.index(part.group))
    said = {"parts": ordered, "part": first, "recipient": person, "choices": absolute(choices_address(person))}
    with as_read_by(person):
        subject = " ".join(_plain("mail/digest.subject.txt", said).split()) if is_digest else first.subject
        mail = EmailMultiAlternatives(
            subject, _calm(_plain(f"mail/{name}.txt", said)), to=[person.email], headers=_headers(first, name, ordered)
        )
        html = Engine.get_default().get_template(f"mail/{name}.html").render(Context(said))
        mail.attach_alternative(html, "text/html")
    return mail


def absolute(address: str) -> str:
    """Return an address of the site as it is written in a mail."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address)


def _headers(first: Part, name: str, parts: Sequence[Part]) -> dict[str, str]:
    """The same thing always has the same Message-ID, by which mail programs know it again."""
    groups = list(dict.fromkeys(part.group for part in parts))
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    return {
        "Message-ID": f"<{name}-{first.notification.pk}@{host}>",
        "List-Unsubscribe": f"<{absolute(stop_address(first.notification.recipient, groups))}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _plain(name: str, said: Mapping[str, Any]) -> str:
    """Render a text that is no HTML."""
    return Engine.get_default().get_template(name).render(Context(dict(said), autoescape=False)).strip()


def _calm(text: str) -> str:
    """Leave one empty line where templates leave several."""
    return re.sub(r"\n\s*\n\s*\n", "\n\n", text)


def _fragment(name: str, said: Mapping[str, Any], text: str) -> SafeString:
    try:
        return Engine.get_default().get_template(name).render(Context(dict(said)))
    except TemplateDoesNotExist:
        return linebreaks_filter(text, autoescape=True)
