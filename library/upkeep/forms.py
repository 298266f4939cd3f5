"""What is asked when something is taken off the site, appealed against or answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from library.moderation.decisions import DecisionKind, DecisionReason


class TakeOffForm(forms.Form):
    """Reasons from the list that editors keep, and words."""

    reasons = forms.ModelMultipleChoiceField(
        DecisionReason.objects.filter(kind=DecisionKind.UNPUBLISH, is_active=True),
        label=_("Reasons"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Its owner reads this."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not DecisionReason.objects.filter(kind=DecisionKind.UNPUBLISH, is_active=True).exists():
            del self.fields["reasons"]


class AppealForm(forms.Form):
    """Why somebody objects."""

    words = forms.CharField(
        label=_("Why should it be looked at again?"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )


class AnswerForm(forms.Form):
    """Yes or no, and why."""

    is_granted = forms.TypedChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("Grant the appeal")), ("no", _("Reject the appeal"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    words = forms.CharField(label=_("Why"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))


class SpotCheckForm(forms.Form):
    """What somebody saw."""

    is_fine = forms.TypedChoiceField(
        label=_("What you saw"),
        choices=[("yes", _("Nothing to object to")), ("no", _("There is something to say"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    words = forms.CharField(
        label=_("Remark"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
