"""What a new account is asked for beside an address and a password. Allauth imports this; it imports nothing of it."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.users.models import User


class NameForm(forms.Form):
    """The name under which others meet somebody."""

    first_name = forms.CharField(
        label=_("First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    field_order = ["first_name", "last_name", "email", "password1"]

    def signup(self, request: HttpRequest, user: User) -> None:
        """Allauth has put the name into the account already."""
