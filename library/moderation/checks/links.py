"""Links that lead somewhere, and never inside."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.material import Link, Material
from library.moderation.checks.models import Level
from library.web.errors import NoSuchHost, NotForUs, Unreachable
from library.web.fetch import Answer, fetch

AT_ONCE: Final = 20
ASKS_WHO_YOU_ARE: Final = frozenset({401, 403, 405, 407, 429})  # it is there, but not for a program
GONE: Final = range(400, 500)
BROKEN: Final = range(500, 600)


class LinksAlive(Check):
    """Every address on the page is asked once; not while somebody types."""

    id = "links"
    label = _("Links work")
    level = Level.WARN
    is_quick = False
    options: ClassVar[Mapping[str, Option]] = {"most": Option(100, _("Links that are tried at most"))}

    def __init__(self, ask: Callable[[str], Answer] = fetch) -> None:
        self._ask = ask

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each link that is dead, silent, or leads inside."""
        links = material.links[: max(0, options["most"])]
        if not links:
            return
        with ThreadPoolExecutor(max_workers=min(AT_ONCE, len(links)), thread_name_prefix="links") as asking:
            for link, (what, level) in zip(links, asking.map(self._state_of, links), strict=True):
                if what:
                    yield Found(link.field, {"url": link.url, "what": what}, level)

    def _state_of(self, link: Link) -> tuple[str, Level | None]:
        """Return what is wrong with a link, empty if nothing is; the level is the check's own where it is dead."""
        try:
            status = self._ask(link.url).status
        except NotForUs:
            return "internal", Level.BLOCK
        except NoSuchHost:
            return "no-host", None
        except Unreachable:
            return "silent", Level.INFO
        if status in GONE and status not in ASKS_WHO_YOU_ARE:
            return "gone", None
        return ("broken", Level.INFO) if status in BROKEN else ("", None)

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what happened."""
        return str(WHAT.get(str(data.get("what")), WHAT["silent"])) % {"url": data.get("url", "")}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say what to do."""
        if data.get("what") == "internal":
            return _g("Give an address that everybody can open, or add the file itself.")
        return _g("Open it in a window of your own. If it does not work there either, mend or remove it.")


WHAT: Final = {
    "internal": _("%(url)s leads to a machine inside a network, where readers cannot go."),
    "no-host": _("%(url)s leads nowhere: there is no site of that name."),
    "gone": _("%(url)s leads to a page that is not there."),
    "broken": _("%(url)s answers with an error now."),
    "silent": _("%(url)s did not answer."),
}
