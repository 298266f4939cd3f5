"""Links that lead somewhere, and never inside."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.link_states import LinkState, state_of
from library.moderation.checks.material import Link, Material
from library.moderation.checks.models import Level

AT_ONCE: Final = 20
FINE: Final = frozenset({LinkState.FINE, LinkState.NOT_ASKED})
DARK: Final = frozenset({LinkState.SILENT, LinkState.UNSEEN})  # perhaps it is the site that cannot look
SEVERAL: Final = 3  # links; one or two sites may well be down together

# Where it is not the level of the check.
LEVELS: Final = {
    LinkState.INTERNAL: Level.BLOCK,
    LinkState.BROKEN: Level.INFO,
    LinkState.SILENT: Level.INFO,
    LinkState.UNSEEN: Level.INFO,
}


class LinksAlive(Check):
    """Every address on the page is asked once; while somebody writes, from memory as far as there is one."""

    id = "links"
    label = _("Links work")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {"most": Option(100, _("Links that are tried at most"))}

    def __init__(self, ask: Callable[[str], LinkState] = state_of) -> None:
        self._ask = ask

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each link that is dead, silent, or leads inside; one finding where the site cannot look at all."""
        links = material.links[: max(0, options["most"])]
        states = self._states_of(links)
        if states and _cannot_look(states):
            yield Found(links[0].field, {"what": LinkState.UNSEEN, "count": len(states)}, Level.INFO)
            return
        for link, state in zip(links, states, strict=True):
            if state not in FINE:
                yield Found(link.field, {"url": link.url, "what": state}, LEVELS.get(state))

    def _states_of(self, links: Sequence[Link]) -> list[LinkState]:
        if not links:
            return []
        with ThreadPoolExecutor(max_workers=min(AT_ONCE, len(links)), thread_name_prefix="links") as asking:
            return list(asking.map(self._ask, (link.url for link in links)))

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what happened."""
        if "url" not in data:
            return _g("The links could not be looked at from here.")
        return str(WHAT.get(str(data.get("what")), WHAT["silent"])) % {"url": data.get("url", "")}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say what to do."""
        if data.get("what") == "internal":
            return _g("Give an address that everybody can open, or add the file itself.")
        if "url" not in data:
            return _g("You need not do anything. Open them once yourself, if you like.")
        return _g("Open it in a window of your own. If it does not work there either, mend or remove it.")


WHAT: Final = {
    "internal": _("%(url)s leads to a machine inside a network, where readers cannot go."),
    "no-host": _("%(url)s leads nowhere: there is no site of that name."),
    "gone": _("%(url)s leads to a page that is not there."),
    "broken": _("%(url)s answers with an error now."),
    "silent": _("%(url)s did not answer."),
    "unseen": _("%(url)s could not be looked at from here."),
}


def _cannot_look(states: Sequence[LinkState]) -> bool:
    """Tell whether nothing was seen, and it is likelier that the site sees nothing than that all of them are down."""
    return set(states) <= DARK and (LinkState.UNSEEN in states or len(states) >= SEVERAL)
