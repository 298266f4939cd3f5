"""The forms behind people's accounts in the CMS: an email address, a name, groups.

Nobody becomes a superuser through the CMS; ``manage.py createsuperuser`` makes those.
"""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm

from network.users.accounts import forget_former_addresses
from network.users.models import User


class PersonCreationForm(UserCreationForm):
    """A new account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)


class PersonEditForm(UserEditForm):
    """An existing account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)

    def save(self, commit: bool = True) -> User:
        """Save; a former address opens the account no longer."""
        person: User = super().save(commit)
        forget_former_addresses(person)
        return person
