"""The form with which an administrator sets a check: its fields follow from the options that the check declares."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Option
from library.moderation.checks.models import CheckSetting, Level
from library.moderation.checks.options import options_of

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
        self.check, self.setting = check, setting
        tuned = options_of(check, setting)
        initial = {"is_on": setting.is_on if setting else True, "level": setting.level if setting else check.level}
        super().__init__(*args, initial={**initial, **{_name(name): tuned[name] for name in tuned}}, **kwargs)
        for name, option in check.options.items():
            self.fields[_name(name)] = _field_of(option)

    def save(self) -> CheckSetting:
        """Store how the check is set."""
        cleaned = self.cleaned_data
        values = {
            "is_on": cleaned["is_on"],
            "level": cleaned["level"],
            "options": {name: cleaned[_name(name)] for name in self.check.options},
        }
        setting, _created = CheckSetting.objects.update_or_create(check_id=self.check.id, defaults=values)
        return setting


def _name(option: str) -> str:
    return f"option-{option}"


def _field_of(option: Option) -> forms.Field:
    if isinstance(option.default, int):
        return forms.IntegerField(label=option.label, min_value=0, max_value=MOST_NUMBER)
    return LinesField(label=option.label, required=False)
