"""InsideView: the places in the files of one resource, file by file."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from library.languages import text_direction
from library.models import ResourcePage
from search.engine import Hit
from search.forms import SearchForm
from search.params import SearchParams
from search.presentation.places import PlaceView, place_view


@dataclass(frozen=True, slots=True)
class FileView:
    """A file with the places in it, in the order of the file."""

    name: str
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class InsideView:
    """What the page of places shows; ``total_words`` says how many there are, of which not all may be shown."""

    form: SearchForm
    title: str
    url: str
    language: str
    direction: str
    total_words: str
    files: tuple[FileView, ...]


def present_inside(resource: ResourcePage, url: str, query: str, hit: Hit | None) -> InsideView:
    """Return the places of a resource in the reader's words; the file with the best place stands first."""
    found = hit.passages if hit else ()
    by_file: dict[int, list[PlaceView]] = {}
    for passage in sorted(found, key=lambda place: place.passage.place):
        by_file.setdefault(passage.passage.file, []).append(place_view(passage, resource.language))
    best_first = dict.fromkeys(place.passage.file for place in found)
    return InsideView(
        form=SearchForm(SearchParams(q=query)),
        title=resource.title,
        url=url,
        language=resource.language,
        direction=text_direction(resource.language),
        total_words=_total_words(max(len(found), hit.places if hit else 0), len(found), query),
        files=tuple(FileView(by_file[file][0].name, tuple(by_file[file])) for file in best_first),
    )


def _total_words(total: int, shown: int, query: str) -> str:
    values = {"number": total, "shown": shown, "words": query}
    if shown < total:
        words = ngettext(
            "%(number)s place for “%(words)s”, the best %(shown)s of them here",
            "%(number)s places for “%(words)s”, the best %(shown)s of them here",
            total,
        )
    else:
        words = ngettext("%(number)s place for “%(words)s”", "%(number)s places for “%(words)s”", total)
    return words % values
