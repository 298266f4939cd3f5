"""Reading a file once more, because somebody asks for it."""

from library.files.arrival import read_soon
from library.files.models import LibraryDocument
from library.files.states import FileState


def read_again(document: LibraryDocument) -> None:
    """Let a file wait to be read; until then it is found by what was read before."""
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.WAITING, claimed_at=None, attempts=0)
    document.state = FileState.WAITING
    read_soon(document)
