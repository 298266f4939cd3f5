"""What is asked before something is copied or adapted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from library.contributing.copying import LONGEST_TITLE
from library.contributing.destinations import destinations_of
from network.models import OrganisationPage, User


class CopyForm(forms.Form):
    """What the copy is called."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)


class AdaptForm(CopyForm):
    """What the adaptation is called, and whose it is."""

    into = forms.ModelChoiceField(OrganisationPage.objects.none(), label=_("Share it for"), empty_label=None)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.queryset = destinations_of(user)
