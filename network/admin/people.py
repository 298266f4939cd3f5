"""Memberships and leaderships in the CMS: forms that call the verbs, so that rights are always in step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from network.leadership.appoint import check_appointment, end_leadership, keep_reviewers_in_step
from network.leadership.models import Leadership
from network.organisations.membership import admit_member, check_admission, check_departure, remove_member
from network.organisations.models import Membership, Role


class MembershipForm(WagtailAdminModelForm):
    """Admits somebody; for an existing membership only the role can change."""

    class Meta:
        model = Membership
        fields = ("organisation", "person", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["organisation"].disabled = self.fields["person"].disabled = True

    def clean(self) -> dict[str, Any]:
        """Ask the verb whether it may be."""
        cleaned: dict[str, Any] = super().clean() or {}
        if {"organisation", "person"} <= cleaned.keys():
            check_admission(cleaned["organisation"], cleaned["person"], Role(cleaned.get("role", Role.CONTRIBUTOR)))
        return cleaned

    def save(self, commit: bool = True) -> Membership:
        """Admit, with the rights that go with it."""
        return admit_member(
            self.cleaned_data["organisation"], self.cleaned_data["person"], Role(self.cleaned_data["role"])
        )


class LeadershipForm(WagtailAdminModelForm):
    """Appoints a leader, or changes an appointment."""

    class Meta:
        model = Leadership
        fields = ("person", "organisation", "region", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person_before = self.instance.person if self.instance.pk else None

    def clean(self) -> dict[str, Any]:
        """Ask the verb whether it may be."""
        cleaned: dict[str, Any] = super().clean() or {}
        if {"person", "since"} <= cleaned.keys():
            check_appointment(cleaned["person"], cleaned["since"], cleaned.get("until"))
        return cleaned

    def save(self, commit: bool = True) -> Leadership:
        """Write the appointment and put whoever it concerns into the reviewers, or out of them."""
        leadership: Leadership = super().save(commit)
        keep_reviewers_in_step(leadership.person)
        if self.person_before and self.person_before != leadership.person:
            keep_reviewers_in_step(self.person_before)
        return leadership


class MembershipDeleteView(generic.DeleteView):
    """Ends a membership, where the verb allows it: the last coordinator stays."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say in words why somebody cannot go, and lead to where that can be changed."""
        try:
            check_departure(self.object.organisation, self.object.person)
            response: HttpResponse = super().dispatch(request, *args, **kwargs)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect("organisation_people", self.object.organisation_id)
        return response

    def delete_action(self) -> None:
        """Through the verb: rights go with the membership, and what was owned is passed on."""
        remove_member(self.object.organisation, self.object.person)


class LeadershipDeleteView(generic.DeleteView):
    """Takes a leadership back."""

    def delete_action(self) -> None:
        """Through the verb: the right to review goes with it."""
        end_leadership(self.object)


class PersonalViewSet(ModelViewSet):
    """What ties people to organisations and regions."""

    add_to_reference_index = False
    copy_view_enabled = False
    model: type[Any]
    form_class: type[Any]

    def get_form_class(self, for_update: bool = False) -> Any:
        """The same form to create and to change."""
        return self.form_class


class MembershipViewSet(PersonalViewSet):
    """Who belongs to which organisation."""

    model = Membership
    form_class = MembershipForm
    name = "memberships"
    icon = "user"
    menu_label: Any = _("Memberships")
    list_display = ["person", "organisation", "role", "since"]
    list_filter = ["organisation", "role"]
    search_fields = ["person__email", "person__first_name", "person__last_name", "organisation__title"]
    delete_view_class = MembershipDeleteView


class LeadershipViewSet(PersonalViewSet):
    """Who leads where."""

    model = Leadership
    form_class = LeadershipForm
    name = "leaderships"
    icon = "crosshairs"
    menu_label: Any = _("Leaderships")
    list_display = ["person", "region", "organisation", "since", "until"]
    list_filter = ["organisation"]
    search_fields = ["person__email", "person__last_name", "region__name", "organisation__title"]
    delete_view_class = LeadershipDeleteView
