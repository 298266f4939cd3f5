"""Files that everybody can open and search."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.files.states import FileState, sentence_for
from library.moderation.checks.base import Check, Found
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level

LEVELS: Final = {
    FileState.PASSWORD: Level.BLOCK,
    FileState.DAMAGED: Level.BLOCK,
    FileState.NO_TEXT: Level.WARN,
    FileState.TOO_LARGE: Level.WARN,
    FileState.UNSUPPORTED: Level.INFO,
    FileState.WAITING: Level.INFO,
}


class FilesReadable(Check):
    """Not damaged, no password, with text. A file that still waits when patience is over is said to."""

    id = "files"
    label = _("Files can be read")
    level = Level.BLOCK

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each file that is not read; what is worst about files is the level that administrators set."""
        for document in material.documents:
            level = LEVELS.get(FileState(document.state))
            if level is not None:
                data = {"file": document.title, "state": document.state}
                yield Found("files", data, None if level == Level.BLOCK else level)

    def message(self, data: Mapping[str, Any]) -> str:
        """Name file and state."""
        state = FileState(data.get("state", FileState.DAMAGED))
        return _g("“%(file)s”: %(state)s.") % {"file": data.get("file", ""), "state": str(state.label).lower()}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say what the state says."""
        return sentence_for(data.get("state", FileState.DAMAGED))
