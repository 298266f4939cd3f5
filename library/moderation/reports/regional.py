"""Reports of figures about a region: the one that is chosen, or all that somebody sees."""

from functools import cached_property
from typing import Any

from library.moderation.reports.report import Report
from library.moderation.reports.scope import Scope, below, highest
from network.leadership.territory import Territories
from network.models import Region


class RegionalReport(Report):
    """Figures to look at for everything in one's scope, or for a region in it (``region=europe``)."""

    paginate_by: Any = None

    @cached_property
    def territories(self) -> Territories:
        """The tree, and who leads where."""
        return Territories.read()

    @cached_property
    def region(self) -> Region | None:
        """The region that was chosen; nothing where it is none of theirs."""
        code = self.request.GET.get("region", "")
        return self.scope.place(code) if code else None

    @cached_property
    def shown(self) -> Scope:
        """What the figures are about."""
        return Scope(below(frozenset({self.region.pk}), self.territories)) if self.region else self.scope

    @cached_property
    def tops(self) -> list[Region]:
        """The region that was chosen, or what stands highest of what somebody sees."""
        return [self.region] if self.region else highest(self.scope)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what there is to choose from."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        places = self.scope.places().prefetch_related("names").order_by("name")
        return context | {"places": places, "region": self.region}
