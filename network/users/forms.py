"""The forms behind people's accounts in the CMS: an email address, a name, groups.

Nobody becomes a superuser through the CMS; ``manage.py createsuperuser`` makes those.
"""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm


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
