"""From countries and region names in the source to codes of regions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from library.exchange.folding import fold
from network.models import Region, RegionName


@dataclass(frozen=True, slots=True)
class Places:
    """The regions by what the sources call them: codes, ISO codes and folded names in every language."""

    ids: dict[str, int]
    parents: dict[str, str | None]
    codes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Self:
        """Read the regions: three hundred rows, once for an import."""
        regions = list(Region.objects.select_related("parent"))
        places = cls(
            ids={region.code: region.pk for region in regions},
            parents={region.code: region.parent.code if region.parent else None for region in regions},
        )
        names = RegionName.objects.values_list("region__code", "name")
        words = [(region.code, region.name) for region in regions]
        # Codes win over names, and the larger region over the country of the same name, which has a code.
        for code, name in [*names, *reversed(words)]:
            places.codes[fold(name)] = code
        for region in regions:
            places.codes.update({fold(word): region.code for word in (region.alpha3, region.code) if word})
        places.codes.update({fold(region.alpha2): region.code for region in regions if region.alpha2})
        return places

    def find(self, name: str) -> str | None:
        """Return the code for a country's ISO code or for a name in any of the languages."""
        return self.codes.get(fold(name))

    def nearest(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Leave out what stands above another one: Europe says nothing more where Belgium is given."""
        wanted = list(dict.fromkeys(codes))
        above = {ancestor for code in wanted for ancestor in self._above(code)}
        return tuple(code for code in wanted if code not in above)

    def _above(self, code: str) -> Iterable[str]:
        parent = self.parents.get(code)
        while parent:
            yield parent
            parent = self.parents.get(parent)
