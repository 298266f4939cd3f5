"""Whose a region is: the nearest region above it, or itself, that somebody leads today."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from network.leadership.models import Leadership
from network.regions.models import Region

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Territories:
    """The tree of regions and who leads where today, as keys of rows.

    ``parents`` maps every region to the one it is part of; ``leaders`` maps regions to the people who lead them.
    """

    parents: Mapping[int, int | None]
    leaders: Mapping[int, frozenset[int]]

    @classmethod
    def read(cls) -> "Territories":
        """Read regions and leaderships in force; two SQL queries."""
        leaders: dict[int, frozenset[int]] = {}
        in_force = Leadership.objects.in_force().filter(person__is_active=True)
        for region, person in in_force.values_list("region_id", "person_id"):
            leaders[region] = leaders.get(region, NOBODY) | {person}
        return cls(dict(Region.objects.order_by().values_list("pk", "parent_id")), leaders)

    def above(self, region: int) -> Iterator[int]:
        """Yield a region, then each that it is part of, up to the world."""
        step: int | None = region
        while step is not None:
            yield step
            step = self.parents.get(step)

    def nearest(self, region: int, excluded: Set[int | None] = NOBODY, levels: int = 1) -> frozenset[int]:
        """Return the leaders of the nearest led regions, those who are excluded left out.

        ``levels`` says how many regions with leaders count from below: two after an escalation.
        """
        found = NOBODY
        for step in self.above(region):
            here = self.leaders.get(step, NOBODY) - excluded
            found |= here
            levels -= bool(here)
            if levels == 0:
                break
        return found

    def vacant(self) -> frozenset[int]:
        """Return the regions for which nobody answers, neither there nor anywhere above."""
        return frozenset(region for region in self.parents if not self.nearest(region))
