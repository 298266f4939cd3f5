"""What stands on the stage for searching in depth: files with places in them, and a resource for every country."""

from dataclasses import dataclass

from library.models import LibraryDocument, Passage, ResourcePage
from network.models import Region
from search.index.rebuild import rebuild_index
from tests.factories import DocumentFactory, GuideFactory
from tests.journeys.stage import Stage

PLACES = 5  # with the word, in the first file; three of them are shown


@dataclass(frozen=True, slots=True)
class Depths:
    """A resource with two files, in which alone the word ``tripod`` stands; and one for every country."""

    handbook: ResourcePage
    everywhere: ResourcePage


def add_depths(stage: Stage) -> Depths:
    """Fill the library further, and index it anew."""
    pages = _file("Consent form.pdf", "page", [(12 + n, "", f"Put the tripod {n} steps away.") for n in range(PLACES)])
    film = _file("Filming on wards.vtt", "second", [(83, "", "First ask. Then bring the tripod in.")])
    handbook = GuideFactory(
        parent=stage.organisation,
        title="A handbook for filming",
        summary="Everything about cameras on wards.",
        documents=[pages, film],
        year=2012,
    )
    everywhere = GuideFactory(
        parent=stage.organisation,
        title="For every country",
        summary="Rumours are the same everywhere.",
        regions=list(Region.objects.all()),
        year=1994,
    )
    rebuild_index()
    return Depths(handbook, everywhere)


def _file(title: str, unit: str, places: list[tuple[int, str, str]]) -> LibraryDocument:
    document: LibraryDocument = DocumentFactory(title=title)
    LibraryDocument.objects.filter(pk=document.pk).update(unit=unit, state="read", places=len(places))
    Passage.objects.bulk_create(
        Passage(document=document, position=position, place=place, label=label, text=text)
        for position, (place, label, text) in enumerate(places)
    )
    return document
