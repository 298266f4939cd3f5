"""People's accounts in the CMS."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import UserViewSet

from network.users.forms import PersonCreationForm, PersonEditForm


class PersonViewSet(UserViewSet):
    """Wagtail's accounts, with our forms."""

    menu_label: Any = _("People")

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form for a new account or an existing one."""
        return PersonEditForm if for_update else PersonCreationForm
