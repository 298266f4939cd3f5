"""Hits with the places in their files, in words and as HTML."""

from dataclasses import replace

import pytest

from search.engine import Fragment, Hit, ResultPage
from search.params import SearchParams
from search.presentation import present
from search.presentation.hit_markup import hits_html
from search.presentation.hits import HitView
from search.vocabulary.snapshot import Vocabulary
from tests.scripted import hit, place


def shown(found: Hit, query: str = "") -> HitView:
    page = ResultPage(SearchParams(q=query), total=1, hits=(found,))
    return present(page, Vocabulary(stamp=1)).hits[0]


@pytest.mark.parametrize(
    ("unit", "number", "label", "where", "address"),
    [
        ("page", 12, "", "page 12", "#page=12"),
        ("slide", 4, "Who asks?", "slide 4", ""),
        ("section", 2, "Before filming", "section “Before filming”", ""),
        ("section", 2, "", "section 2", ""),
        ("sheet", 1, "Costs", "sheet “Costs”", ""),
        ("second", 83, "", "1:23", "#t=83"),
        ("second", 3725, "", "1:02:05", "#t=3725"),
        ("part", 3, "", "part 3", ""),
        ("verse", 3, "", "", ""),
    ],
)
def test_a_place_in_a_file_has_words_and_an_address(
    unit: str, number: int, label: str, where: str, address: str
) -> None:
    (there,) = shown(replace(hit(), passages=(place(unit, number, label=label),))).places
    assert (there.name, there.where) == ("Consent form.pdf", where)
    assert there.url == f"/documents/9/consent-form.pdf{address}"


def test_a_place_keeps_the_language_of_its_file() -> None:
    arabic, unknown = shown(replace(hit(language="fr"), passages=(place(language="ar"), place()))).places
    assert (arabic.language, arabic.direction) == ("ar", "rtl")
    assert (unknown.language, unknown.direction) == ("fr", "ltr")


def test_three_places_are_shown_and_the_others_stand_on_a_page_of_their_own() -> None:
    found = shown(replace(hit(7), passages=(place(),) * 5, places=9), query="a & b")
    assert (len(found.places), found.more_places, found.inside_url) == (3, 6, "/search/inside/7/?q=a+%26+b")
    assert "6 more places in these files" in hits_html([found])


def test_places_that_are_all_shown_need_no_other_page() -> None:
    found = shown(replace(hit(), passages=(place(),), places=1))
    assert (found.more_places, found.inside_url) == (0, "")


def test_a_hit_is_written_as_text_whatever_is_in_it() -> None:
    odd = replace(
        hit(url='/"><script>', title="<b>", organisation_title="A & B", cover_url='/c"d.png'),
        snippet=(Fragment("<i>"), Fragment("<u>", marked=True)),
        passages=(place(sentence="<s>", name="<p>.pdf", url='/x"y'),),
    )
    html = hits_html([shown(odd)])
    assert "<mark>&lt;u&gt;</mark>" in html
    assert "<bdi>&lt;p&gt;.pdf</bdi>, page 12" in html
    assert 'href="/x&quot;y#page=12"' in html
    assert "A &amp; B" in html
    assert not [tag for tag in ("<script>", "<b>", "<i>", "<s>", 'd.png"d') if tag in html]
