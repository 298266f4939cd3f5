"""The forms of an organisation's people: whom to invite, who looks after what somebody leaves behind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.organisations.models import OrganisationPage, Role
from network.users.models import User


def colleagues_of(organisation: OrganisationPage, person: User) -> Any:
    """Return the others in an organisation whose accounts are open, by name; one SQL query."""
    people = User.objects.filter(memberships__organisation=organisation, is_active=True).exclude(pk=person.pk)
    return people.order_by("first_name", "last_name", "email")


class InviteForm(forms.Form):
    """An address, and what the person will do."""

    email = forms.EmailField(
        label=_("Email address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.CONTRIBUTOR)


class SuccessorForm(forms.Form):
    """Who takes over from somebody, among the others of the organisation."""

    def __init__(self, organisation: OrganisationPage, person: User, data: Any = None) -> None:
        super().__init__(data)
        self.fields["successor"] = forms.ModelChoiceField(
            colleagues_of(organisation, person),
            label=_("Who looks after the resources from now on"),
            help_text=_("They stay with the organisation. Without a choice, a coordinator takes them over."),
            empty_label=_("A coordinator"),
            required=False,
        )


class HandOverForm(forms.Form):
    """Who coordinates next, and whether the one before stays."""

    def __init__(self, organisation: OrganisationPage, person: User, data: Any = None) -> None:
        super().__init__(data)
        self.fields["successor"] = forms.ModelChoiceField(
            colleagues_of(organisation, person),
            label=_("Who coordinates after you"),
            empty_label=_("Choose a colleague"),
        )
        self.fields["leaves"] = forms.BooleanField(
            label=_("I leave the organisation"),
            help_text=_("Your successor then looks after your resources as well. Otherwise you stay as a contributor."),
            required=False,
        )
