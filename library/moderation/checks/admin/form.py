"""The form with which an administrator sets a check: its fields follow from the options that the check declares."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Option
from library.moderation.checks.models import CheckSetting, Level
from library.moderation.checks.options import options_of
from library.moderation.checks.tune import Wanted

MOST_LINES = 1_000
MOST_NUMBER = 1_000_000


class LinesField(forms.CharField):
    """A list of words, one per line; empty lines and what is there twice are left out."""

    widget = forms.Textarea(attrs={"rows": 8})

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        """Return the lines as a list."""
        lines = (line.strip() for line in (super().to_python(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))[:MOST_LINES]


class CheckSettingForm(forms.Form):
    """Switched on, how much it means, and what it is tuned by."""

    is_on = forms.BooleanField(label=_("Switched on"), required=False)
    level = forms.ChoiceField(
        label=_("What a finding means"),
        choices=Level,
        help_text=_("Some checks say of single findings that they mean more or less than this."),
    )

    def __init__(self, check: Check, setting: CheckSetting | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check, self.setting = check, setting
        self.initial["is_on"] = setting.is_on if setting else True
        self.initial["level"] = setting.level if setting else check.level
        tuned = options_of(check, setting)
        for name, option in check.options.items():
            self.initial[_name(name)] = tuned[name]
            self.fields[_name(name)] = _field_of(option)

    def wanted(self) -> Wanted:
        """Return how the check is to be set."""
        cleaned = self.cleaned_data
        options = {name: cleaned[_name(name)] for name in self.check.options}
        return Wanted(cleaned["is_on"], Level(cleaned["level"]), options)


def _name(option: str) -> str:
    return f"option-{option}"


def _field_of(option: Option) -> forms.Field:
    if isinstance(option.default, int):
        return forms.IntegerField(label=str(option.label), min_value=0, max_value=MOST_NUMBER)
    return LinesField(label=str(option.label), required=False)
