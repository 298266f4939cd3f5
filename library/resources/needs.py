"""What a resource of a type must have before it is of use to others."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Need:
    """At least one of these fields or kinds of rows must be filled in; ``words`` ask for it."""

    any_of: tuple[str, ...]
    words: Promise | str

    @property
    def field(self) -> str:
        """The field beside which it is asked for."""
        return self.any_of[0]
