"""The form with which a visitor asks to join."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from network.joining.ask import NewOrganisation, check_request
from network.organisations.models import OrganisationPage
from network.regions.models import Region, RegionKind
from network.users.models import User


def joinable_by(person: User) -> Any:
    """Return the organisations that somebody may ask to join: those whose pages are open to them.

    Who belongs behind a password or in a closed group is invited. One SQL query for the restrictions.
    """
    found = OrganisationPage.objects.live().order_by("title")
    groups = set(person.groups.values_list("pk", flat=True))
    for restriction in PageViewRestriction.objects.select_related("page").prefetch_related("groups"):
        closed_to = {group.pk for group in restriction.groups.all()}
        lets_in = restriction.restriction_type == PageViewRestriction.LOGIN or closed_to & groups
        if not (lets_in or person.is_superuser):
            found = found.not_descendant_of(restriction.page, inclusive=True)
    return found


class JoinForm(forms.Form):
    """An organisation of the network, or the name and country of a new one."""

    organisation = forms.ModelChoiceField(
        OrganisationPage.objects.none(),
        label=_("Your organisation"),
        required=False,
        empty_label=_("It is not in this list"),
    )
    new_name = forms.CharField(label=_("If it is not in the list: its name"), max_length=255, required=False)
    new_website = forms.URLField(label=_("Its website"), required=False, assume_scheme="https")
    new_region = forms.ModelChoiceField(
        Region.objects.filter(kind=RegionKind.COUNTRY).prefetch_related("names"),
        label=_("Its country"),
        required=False,
    )
    words = forms.CharField(
        label=_("About you, in a few words"), max_length=2000, required=False, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        organisation: Any = self.fields["organisation"]
        organisation.queryset = joinable_by(person)

    def clean(self) -> dict[str, Any]:
        """Ask the verb whether it may be."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("organisation") and not (cleaned.get("new_name") and cleaned.get("new_region")):
            raise ValidationError(_g("Choose your organisation, or give the name and the country of a new one."))
        check_request(self.person, self.wanted())
        return cleaned

    def wanted(self) -> OrganisationPage | NewOrganisation:
        """Return what is asked for."""
        chosen = self.cleaned_data
        if organisation := chosen.get("organisation"):
            found: OrganisationPage = organisation
            return found
        return NewOrganisation(chosen["new_name"], chosen["new_region"], chosen.get("new_website", ""))
