"""What a decision says, for the mail to the author of what was decided on; and what was said in comments."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.models import Level
from library.moderation.checks.places import field_label
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.desk.findings import said_findings
from library.moderation.notices.comments import said_in, settled_in

register = template.Library()

SENTENCES = {
    DecisionKind.PUBLISH: _("“%(title)s” was published."),
    DecisionKind.CHANGES: _("The reviewer asks you to change something in “%(title)s” before it is published."),
    DecisionKind.DECLINE: _("“%(title)s” was not accepted."),
    DecisionKind.CHECKS_BLOCK: _("“%(title)s” came back to you, because something is missing or has to be mended."),
}
NEXT = {
    DecisionKind.PUBLISH: _("Everybody who may see it finds it in the search from now on. Thank you for sharing it."),
    DecisionKind.CHANGES: _("Change it in the editor and send it again. Nothing you wrote is lost."),
    DecisionKind.DECLINE: _("It stays in your section. If you mend what was said, you can send it again."),
    DecisionKind.CHECKS_BLOCK: _("Mend it in the editor and send it again. Nothing you wrote is lost."),
}


@register.filter
def decided_in_words(decision: Decision) -> str:
    """Return what was decided, as a sentence."""
    return str(SENTENCES[DecisionKind(decision.kind)]) % {"title": decision.submission.title}


@register.filter
def what_next(decision: Decision) -> str:
    """Return what the author can do now."""
    return str(NEXT[DecisionKind(decision.kind)])


@register.filter
def asked_for(decision: Decision) -> list[str]:
    """Return the reasons, what was noted about fields, and what the automatic checks insist on, each as a line."""
    notes = [
        _g("%(field)s: %(note)s") % {"field": field_label(name), "note": note}
        for name, note in decision.field_notes.items()
        if note
    ]
    found = said_findings(decision.submission) if decision.kind == DecisionKind.CHECKS_BLOCK else []
    insisted = [f"{said.message} {said.remedy}" for said in found if said.finding.level == Level.BLOCK]
    return [*map(str, decision.reasons.all()), *notes, *insisted]


@register.filter
def comments_said(data: Mapping[str, Any]) -> list[Any]:
    """Return new comments and replies."""
    return said_in(data)


@register.filter
def comments_settled(data: Mapping[str, Any]) -> list[Any]:
    """Return comments that were settled."""
    return settled_in(data)
