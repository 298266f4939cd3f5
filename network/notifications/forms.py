"""The forms on which people choose how they want to be told, and in which language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import LocalePreferencesForm

from network.notifications.delivery import all_groups, choices_of, choose
from network.notifications.models import Delivery
from network.users.models import User


class ChoicesForm(forms.Form):
    """One choice for each group; what is essential can be put off to the daily mail and not turned off."""

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        now = choices_of(person)
        for group in all_groups():
            offered = [pair for pair in Delivery.choices if group.allowed(Delivery(pair[0])) == pair[0]]
            self.fields[group.name] = forms.ChoiceField(
                label=str(group.label), choices=offered, initial=now[group.name], widget=forms.RadioSelect
            )

    def save(self) -> None:
        """Keep what was chosen."""
        choose(self.person, {name: Delivery(value) for name, value in self.cleaned_data.items()})


class ReadingForm(LocalePreferencesForm):
    """The language and the time zone in which somebody reads mails; the same that they may choose in the CMS."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"preferred_language": _("Language of your mails"), "current_time_zone": _("Your time zone")}
        for name, field in self.fields.items():
            field.label = labels[name]
            field.widget.attrs = {}  # Wagtail's are for its own scripts
