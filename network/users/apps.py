"""Configuration of Wagtail's app for accounts, so that it uses our forms."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Stands in ``INSTALLED_APPS`` in place of ``wagtail.users``."""

    user_viewset = "network.users.viewset.PersonViewSet"
