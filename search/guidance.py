"""Guidance: where to go when a question finds nothing, or when other words would find more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drop:
    """A choice that could be let go of, and how many would then be found.

    All values of a facet go together, since any of them was enough; of a facet all of whose values are wanted
    (``SearchParams.every``), each value stands for itself.
    """

    facet: str
    codes: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the service found out beside the answer.

    ``correction`` is the text with its mistyped words mended, ``correction_total`` how many it finds. Where the page is
    already the answer to it (``corrected``), the page's ``params`` carry the correction and ``typed`` is what was
    asked; ``SearchParams(q=typed, exact=True)`` leads back. Otherwise it is a "did you mean".

    ``drops`` are the choices that stand in the way, the best first; those that bring nothing are left out.
    ``unfiltered`` is the number without any choice, ``other_languages`` the number in all languages under the other
    choices; 0 where nothing of the kind is chosen, or nothing would be found. ``near_topics`` are slugs.
    """

    typed: str = ""
    correction: str = ""
    correction_total: int = 0
    corrected: bool = False
    drops: tuple[Drop, ...] = ()
    unfiltered: int = 0
    other_languages: int = 0
    near_topics: tuple[str, ...] = ()
