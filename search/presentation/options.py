"""Options: the values of a facet as links, and lists of them that stay short."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from search.engine import ResultPage
from search.presentation.addresses import Addresses
from search.presentation.labels import Labels


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A value with its count; ``url`` adds it to the question, or removes it when it is selected.

    ``below`` holds the values below it in a tree; ``opened`` says that they should be seen at once.
    """

    code: str
    label: str
    count: int
    selected: bool
    url: str
    below: "OptionList | None" = None
    opened: bool = False


@dataclass(frozen=True, slots=True)
class OptionList:
    """Values shown at once, values behind "show more", and how many more there are than a page shows.

    ``elsewhere`` is the address of a page where they are found.
    """

    options: tuple[FacetOption, ...]
    more: tuple[FacetOption, ...] = ()
    left_out: int = 0
    elsewhere: str = ""

    def __iter__(self) -> Iterator[FacetOption]:
        """Yield every value, each followed by what stands below it."""
        for option in (*self.options, *self.more):
            yield option
            yield from option.below or ()


class OptionMaker:
    """Makes the options of one facet of one answer."""

    def __init__(self, page: ResultPage, facet: str, labels: Labels, addresses: Addresses) -> None:
        self.facet = facet
        self.chosen = page.params.chosen(facet)
        self.counts = page.facets.get(facet, {})
        self._addresses = addresses
        self._label = labels.namer(facet)
        self._terms = labels.vocabulary.terms(facet)

    def __call__(self, code: str, below: OptionList | None = None, *, opened: bool = False) -> FacetOption:
        """Return a value as a link."""
        selected = code in self.chosen
        change = self._addresses.without_value if selected else self._addresses.with_value
        return FacetOption(
            code, self.name(code), self.counts.get(code, 0), selected, change(self.facet, code), below, opened
        )

    @cached_property
    def find_url(self) -> str:
        """The address of the page of all values."""
        return self._addresses.values_of(self.facet)

    def name(self, code: str) -> str:
        """Return the name of a value; an organisation's only where the viewer's own results name it."""
        return self._label(code) if self._named(code) else code

    def names(self, code: str) -> list[str]:
        """Return the name of a value and every other word for it, in all languages."""
        term = self._terms.get(code) if self._named(code) else None
        return [self.name(code), *(term.all_words() if term else ())]

    def _named(self, code: str) -> bool:
        return self.facet != "organisation" or code in self.counts


def split(codes: Iterable[str], kept: Collection[str], shown: int, hidden: int) -> tuple[list[str], list[str], int]:
    """Return the first ``shown`` codes and every one to be kept, the next ``hidden`` ones, and how many are left."""
    ordered = list(codes)
    first, others = ordered[:shown], ordered[shown:]
    if kept:
        first += [code for code in others if code in kept]
        others = [code for code in others if code not in kept]
    return first, others[:hidden], len(others[hidden:])
