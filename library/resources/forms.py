"""The form behind the editor of a resource: a draft needs a title only, what is sent for review what readers need.

Wagtail defers required fields while a draft is saved (``defer_required_fields``) and asks for them on every other
action. Here are the requirements that the models do not state, because imported and older resources lack them.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from library.admin.references import check_references
from library.languages import UNDETERMINED
from network.models import OrganisationPage

NEEDED_TO_PUBLISH = ("language", "topics", "regions", "licence")


class ResourceForm(WagtailAdminPageForm):
    """Proposes this year and the organisation's region, asks for what is missing, and only for that.

    What has been published without a licence or topic may stay so; what is there may not be taken away.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self._propose()
        self._offer_languages()
        if "audiences" in self.fields:
            self._choices_of("audiences").queryset = self._choices_of("audiences").queryset.prefetch_related("labels")
        for name in NEEDED_TO_PUBLISH:
            if name in self.fields:
                self.fields[name].required = self._is_needed(name)

    def _choices_of(self, name: str) -> Any:
        return self.fields[name]

    def _propose(self) -> None:
        self.initial.setdefault("year", None)
        self.initial["year"] = self.initial["year"] or timezone.localdate().year
        organisation = OrganisationPage.objects.filter(pk=getattr(self.parent_page, "pk", None)).first()
        if organisation and organisation.home_region_id and not self.initial.get("regions"):
            self.initial["regions"] = [organisation.home_region_id]

    def _offer_languages(self) -> None:
        field = self._choices_of("language") if "language" in self.fields else None
        if field is None:
            return
        known = [(code, str(name)) for code, name in field.choices if code not in ("", UNDETERMINED)]
        field.widget.attrs |= {
            "data-guess-language": reverse("guess_language"),
            "data-guessed": _g("This looks like %s. Choose another one if it is not."),
        }
        field.choices = [("", _("Choose a language")), *sorted(known, key=lambda choice: choice[1].casefold())]
        if self.initial.get("language") == UNDETERMINED:
            self.initial["language"] = ""

    def _sends_back(self) -> bool:
        """Tell whether a reviewer asks for changes or an author takes it back: nothing may be in the way of that."""
        if not self.is_bound or "action-publish" in self.data or "action-submit" in self.data:
            return False
        return "action-cancel-workflow" in self.data or self.data.get("workflow-action-name") == "reject"

    def _is_needed(self, name: str) -> bool:
        if self._sends_back():
            return False
        return self.instance.first_published_at is None or bool(self.initial.get(name))

    def clean_language(self) -> str:
        """Keep "not stated" for a draft without a language: the database wants a code."""
        return self.cleaned_data["language"] or UNDETERMINED

    def clean(self) -> dict[str, Any]:
        """Refuse references to what the editor may not choose; ask for the substance of what is sent for review."""
        cleaned: dict[str, Any] = super().clean()
        deferred = self.is_deferred_validation or self._sends_back()
        if not deferred and self.instance.first_published_at is None:
            self.check_substance(cleaned)
        return cleaned

    def check_substance(self, cleaned: dict[str, Any]) -> None:
        """Add an error where a resource of this type would have nothing to offer yet."""
        for need in self.instance.needs:
            shown = [name for name in need.any_of if name in self.fields or name in self.formsets]
            if shown and not (self.has_any(*need.any_of) or any(cleaned.get(name) for name in need.any_of)):
                alone = len(need.any_of) == 1 and need.field in self.fields
                self.add_error(need.field if alone else None, ValidationError(str(need.words)))

    def is_valid(self) -> bool:
        """Tell whether the form and its rows are valid and refer to nothing that is not the editor's to choose."""
        if not super().is_valid():
            return False
        for message in check_references(self.instance, self.rows(), self.for_user):
            self.add_error(None, message)
        return not self.errors

    def rows(self) -> list[Any]:
        """Return the rows that will be there after saving, of every kind but comments."""
        formsets = (formset for name, formset in self.formsets.items() if name != "comments")
        return [form.instance for formset in formsets for form in formset.forms if form not in formset.deleted_forms]

    @property
    def media(self) -> forms.Media:
        """The scripts of the form's own: the guess of the language."""
        together: forms.Media = super().media + forms.Media(js=["library/admin/guess-language.js"])
        return together

    def has_any(self, *relations: str) -> bool:
        """Tell whether at least one row of these relations will be there after saving."""
        return any(
            not form.cleaned_data.get("DELETE", False)
            for relation in relations
            if relation in self.formsets
            for form in self.formsets[relation].forms
            if form.is_valid() and (form.has_changed() or form.instance.pk)
        )
