"""A field for several values out of a fixed list, such as levels."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _g


class ChoiceListField(models.JSONField):
    """Stores a list of codes, each one of ``options.values``, in the order of the options.

    Forms show checkboxes. Raises ``ValidationError`` for a value that is not in the list.
    """

    def __init__(self, options: type[models.TextChoices], **kwargs: Any) -> None:
        self.options = options
        super().__init__(**{"default": list, "blank": True, **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave the options to the code: a new level needs no migration."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "options": self.options}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse anything but a list of known codes."""
        super().validate(value, model_instance)
        known = isinstance(value, list) and all(item in self.options.values for item in value)
        if not known:
            raise ValidationError(_g("Choose from the list."))

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return a field with one checkbox per option."""
        return forms.TypedMultipleChoiceField(
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
            choices=self.options.choices,
            widget=forms.CheckboxSelectMultiple,
        )
