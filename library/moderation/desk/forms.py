"""The forms of the review page: decide, say something, hand to a colleague."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from library.moderation.decide import STAGE_AFTER, Verdict
from library.moderation.decisions import DecisionKind, DecisionReason
from library.moderation.desk.noteworthy import noteworthy_fields
from library.moderation.desk.seat import colleagues, people_to_mention
from library.moderation.submissions import Submission
from network.models import User

NOTE = "note-"  # before the name of a field in the name of its note
MOST_WORDS = 5000


def _textarea(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DecisionForm(forms.Form):
    """What is decided is the button that was pressed; only reasons for that decision count."""

    kind = forms.ChoiceField(choices=[(kind.value, kind.label) for kind in STAGE_AFTER], widget=forms.HiddenInput)
    seen_revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reasons = forms.ModelMultipleChoiceField(
        DecisionReason.objects.filter(is_active=True), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("The contributor reads this."),
        required=False,
        max_length=MOST_WORDS,
        widget=_textarea(4),
    )

    def __init__(self, submission: Submission, page: Page | None, data: Any = None) -> None:
        super().__init__(data, initial={"seen_revision": submission.revision_id})
        self.noted = noteworthy_fields(page) if page else {}
        for name, label in self.noted.items():
            note = forms.CharField(label=label, required=False, max_length=1000, widget=_textarea(2))
            self.fields[NOTE + name] = note

    def clean(self) -> dict[str, Any]:
        """Refuse a reason for another decision: whoever ticked it pressed the wrong button, or ticked by mistake."""
        cleaned: dict[str, Any] = super().clean() or {}
        others = [reason for reason in cleaned.get("reasons", ()) if reason.kind != cleaned.get("kind")]
        if others and cleaned.get("kind"):
            message = ngettext(
                "This reason is for another decision: %s. Untick it, or decide the other way.",
                "These reasons are for another decision: %s. Untick them, or decide the other way.",
                len(others),
            )
            self.add_error("reasons", message % ", ".join(str(reason) for reason in others))
        return cleaned

    def verdict(self) -> Verdict:
        """Return what was decided, once the form is valid."""
        said = self.cleaned_data
        notes = {name: said[NOTE + name] for name in self.noted if said[NOTE + name]}
        return Verdict(DecisionKind(said["kind"]), list(said["reasons"]), said["words"], notes)

    def reasons_by_kind(self) -> list[tuple[str, list[Any]]]:
        """Return the reasons to tick, under the decision that they are for."""
        offered = {str(reason.pk): reason for reason in DecisionReason.objects.filter(is_active=True)}
        groups: dict[str, list[Any]] = {}
        for tick in self["reasons"]:
            reason = offered[str(tick.data["value"])]
            groups.setdefault(str(DecisionKind(reason.kind).label), []).append(tick)
        return list(groups.items())

    def notes(self) -> list[forms.BoundField]:
        """Return the notes on single fields."""
        return [self[NOTE + name] for name in self.noted]


class MessageForm(forms.Form):
    """Something to say: to both sides, or among reviewers."""

    text = forms.CharField(label=_("Message"), max_length=MOST_WORDS, widget=_textarea(3))

    def __init__(self, submission: Submission, user: User, *, is_internal: bool = False, data: Any = None) -> None:
        super().__init__(data, prefix="note" if is_internal else "message")
        people = people_to_mention(submission, is_internal=is_internal).exclude(pk=user.pk)
        self.fields["mentions"] = forms.ModelMultipleChoiceField(
            people, label=_g("Tell especially"), required=False, widget=forms.CheckboxSelectMultiple
        )
        self.fields["text"].label = _g("Note") if is_internal else _g("Message")


class HandOnForm(forms.Form):
    """To whom a submission is handed."""

    def __init__(self, submission: Submission, user: User, data: Any = None) -> None:
        super().__init__(data, prefix="hand")
        self.fields["colleague"] = forms.ModelChoiceField(
            colleagues(submission).exclude(pk=user.pk), label=_g("Hand to"), empty_label=_g("Choose a colleague")
        )
