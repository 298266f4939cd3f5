"""What is asked when somebody begins with a file or an address, and what they are offered then."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.contributing.prefill.begin import Accepted
from library.contributing.prefill.proposal import (
    LONGEST_NAME,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    MOST_PEOPLE,
    Proposal,
)
from library.files.models import LibraryDocument
from library.languages import UNDETERMINED, language_choices
from library.models import RESOURCE_TYPES
from library.resources.base import FIRST_YEAR, LAST_YEAR
from library.resources.licences import Licence

OFFERED: Final = ("summary", "language", "people", "year", "licence")  # each is taken or left; a title is needed
NOT_A_FILE: Final = "event"  # what happens at a time is not what is in a file


class BeginForm(forms.Form):
    """A file, or an address."""

    file = forms.FileField(label=_("A file of yours"), required=False)
    url = forms.URLField(
        label=_("Or a web address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=_("Of a page, or of a PDF, DOCX or PPTX on the web. It becomes a link of the resource."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [f".{extension}" for extension in settings.WAGTAILDOCS_EXTENSIONS]
        self.fields["file"].widget.attrs["accept"] = ",".join(kinds)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("file")) == bool(cleaned.get("url")):
            raise forms.ValidationError(_g("Give a file or an address, one of the two."))
        return cleaned


def _languages() -> list[tuple[str, Any]]:
    known = [(code, name) for code, name in language_choices() if code != UNDETERMINED]
    return [("", _("Not stated")), *sorted(known, key=lambda choice: str(choice[1]).casefold())]


class ProposalForm(forms.Form):
    """What was found, to be taken, changed or left, field by field.

    A value that somebody has changed is taken whether ticked or not: they have seen it.
    """

    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    summary = forms.CharField(
        label=_("Summary"), max_length=LONGEST_SUMMARY, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    language = forms.ChoiceField(label=_("Language"), choices=_languages, required=False)
    people = forms.CharField(
        label=_("People"),
        required=False,
        max_length=(LONGEST_NAME + 2) * MOST_PEOPLE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One name on each line."),
    )
    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    licence = forms.ModelChoiceField(Licence.objects.all(), label=_("Licence"), required=False)
    document = forms.ModelChoiceField(LibraryDocument.objects.all(), required=False, widget=forms.HiddenInput)
    url = forms.URLField(required=False, max_length=2000, assume_scheme="https", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [
            (key, str(model._meta.verbose_name).capitalize())
            for key, model in RESOURCE_TYPES.items()
            if key != NOT_A_FILE
        ]
        for name in OFFERED:
            self.fields[name].show_hidden_initial = True
            self.fields[f"take_{name}"] = forms.BooleanField(label=_("Take it"), required=False)

    def offers(self) -> list[dict[str, Any]]:
        """Return each field with the tick beside it."""
        return [{"field": self[name], "take": self[f"take_{name}"], "was": self._was(name)} for name in OFFERED]

    def _was(self, name: str) -> Any:
        return self[name].as_hidden(only_initial=True)

    def clean_people(self) -> list[str]:
        """Return the names, one of each line."""
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines()]
        names = [line for line in lines if line][:MOST_PEOPLE]
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(_g("A name is too long. Write one name on each line."))
        return names

    def accepted(self) -> Accepted:
        """Return what was taken; only of a valid form."""
        said = self.cleaned_data
        taken = {name: said[name] for name in OFFERED if said[f"take_{name}"] or name in self.changed_data}
        values = {name: value for name, value in taken.items() if value}
        return Accepted(title=said["title"], document=said["document"], url=said["url"], **values)


def initial_of(proposal: Proposal, kind: str, **source: Any) -> dict[str, Any]:
    """Return what the form begins with: what was stated is ticked, what was guessed is not."""
    values = {
        "summary": proposal.summary,
        "language": proposal.language,
        "people": "\n".join(proposal.people),
        "year": proposal.year,
        "licence": proposal.licence,
    }
    ticks = {f"take_{name}": bool(value) and name not in proposal.guessed for name, value in values.items()}
    return {"kind": kind, "title": proposal.title, **values, **ticks, **source}
