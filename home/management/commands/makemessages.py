"""Django's makemessages, which also knows the project's ``_g``: a text translated at once, not when it is shown."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Collect the texts of Python modules and templates into ``locale/``."""

    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=_g"]
