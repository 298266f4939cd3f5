"""Hits as HTML, written here since a template takes ten times as long for each of the twenty on a page.

Everything that comes from outside goes through ``escape``.
"""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from search.engine import Highlighted
from search.presentation.hits import HitView
from search.presentation.places import PlaceView
from search.presentation.signs import sign

HIT = (
    '<li><article class="hit"><p class="eyebrow"><span class="eyebrow-type">{icon} {type}</span></p>'
    '<h2 lang="{language}" dir="{direction}"><a href="{url}">{title}</a></h2>'
    '<p class="meta">{meta}</p>{snippet}{places}<span class="cover">{cover}</span></article></li>'
)
SNIPPET = '<p class="snippet" lang="{language}" dir="{direction}">{text}</p>'
COVER = '<img src="{url}" alt="" loading="lazy" decoding="async">'
PLACES = '<ul class="places" role="list" aria-label="{label}">{places}{more}</ul>'
PLACE = (
    '<li><a href="{url}"><bdi>{name}</bdi>{where}</a> <span class="place-text" lang="{language}" dir="{direction}">'
    "{sentence}</span></li>"
)
MORE = '<li><a href="{url}" rel="nofollow">{words}</a></li>'


def hits_html(hits: Iterable[HitView]) -> SafeString:
    """Return hits as items of a list."""
    return SafeString("".join(map(_hit, hits)))


def highlighted_html(fragments: Highlighted) -> str:
    """Return a text as HTML, what matched in ``<mark>``."""
    texts = [(escape(fragment.text), fragment.marked) for fragment in fragments]
    return "".join([f"<mark>{text}</mark>" if marked else text for text, marked in texts])


def places_html(places: Iterable[PlaceView]) -> SafeString:
    """Return places in files as items of a list."""
    return SafeString("".join([_place(place) for place in places]))


def _hit(hit: HitView) -> str:
    document = hit.document
    icon = sign(f"type-{document.type}")
    language = {"language": escape(document.language), "direction": hit.direction}
    return HIT.format(
        **language,
        icon=icon,
        type=escape(hit.type_label),
        url=escape(document.url),
        title=highlighted_html(hit.title),
        meta=escape(" · ".join(hit.meta)),
        snippet=SNIPPET.format(**language, text=highlighted_html(hit.snippet)) if hit.snippet else "",
        places=_places(hit) if hit.places else "",
        cover=COVER.format(url=escape(document.cover_url)) if document.cover_url else icon,
    )


def _places(hit: HitView) -> str:
    return PLACES.format(
        label=escape(gettext("Found in the files")),
        places=places_html(hit.places),
        more=_more(hit) if hit.more_places else "",
    )


def _more(hit: HitView) -> str:
    words = ngettext("%(number)s more place in these files", "%(number)s more places in these files", hit.more_places)
    return MORE.format(url=escape(hit.inside_url), words=words % {"number": hit.more_places})


def _place(place: PlaceView) -> str:
    return PLACE.format(
        url=escape(place.url),
        name=escape(place.name),
        where=escape(f", {place.where}") if place.where else "",
        language=escape(place.language),
        direction=place.direction,
        sentence=highlighted_html(place.sentence),
    )
