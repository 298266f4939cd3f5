"""Links that hide where they lead, forbidden sites and signs of spam; and links and texts that are fine."""

import pytest

from library.models import ResourceLink
from library.moderation.checks.models import Level
from library.moderation.checks.spam import SpamSigns
from library.moderation.checks.suspicious import SuspiciousLinks
from tests.factories import CaseStudyFactory
from tests.library.moderation.checks.looking import look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("https://bit.ly/3xYz", "short"),
        ("https://www.tinyurl.com/abc", "short"),
        ("http://192.0.2.7/film", "number"),
        ("http://0x7f.1/", "number"),
        ("http://3232235777/", "number"),
        ("http://[2001:db8::1]/", ""),  # no address on a page looks like this
        ("https://аррӏе.com/", "look-alike"),
        ("https://xn--80ak6aa92e.com/", "look-alike"),
        ("https://pаypal.com/", "look-alike"),
        ("https://casino.example/win", "forbidden"),
        ("https://play.casino.example/", "forbidden"),
        ("https://orbit.ly/", ""),
        ("https://münchen.de/", ""),
        ("https://минздрав.рф/", ""),
        ("https://ελλάδα.gr/", ""),
        ("https://www.who.int/news", ""),
        ("https://notcasino.example/", ""),
    ],
)
def test_links_are_told_apart(url: str, what: str) -> None:
    page = CaseStudyFactory.build(summary="More.", parent=None)
    page.links.add(ResourceLink(url=url))
    found = look(SuspiciousLinks(), page, forbidden=["casino.example"])
    assert [each.data["what"] for each in found] == ([what] if what else [])
    assert [each.level for each in found] == ([Level.BLOCK if what == "forbidden" else None] if what else [])


PROSE = "We asked everybody on the ward whether they wanted to be filmed, and most of them did after a talk. "


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Buy  now and save.", "words"),
        ("Koop nu onze cursus!", "words"),
        ("GREAT NEWS FROM OUR WARD ABOUT FILMING " * 5, "capitals"),
        (" ".join(f"see https://example.org/{number} there" for number in range(20)), "links"),
        (PROSE * 3, ""),
        ("WHO, UNICEF and NHS staff met HIV and TB nurses of the ICU at UZA. " + PROSE, ""),
        (PROSE * 5 + " ".join(f"https://example.org/{number}" for number in range(9)), ""),
        ("How free spins the wheel", "words"),
    ],
)
def test_signs_of_spam_are_told_from_prose(text: str, what: str) -> None:
    found = look(SpamSigns(), CaseStudyFactory.build(title="Filming", summary=text, setting="", parent=None))
    assert [each.data["what"] for each in found] == ([what] if what else [])


def test_administrators_choose_the_words() -> None:
    page = CaseStudyFactory.build(summary="Our synergy is best in class.", parent=None)
    assert look(SpamSigns(), page) == []
    assert [found.data["words"] for found in look(SpamSigns(), page, words=["synergy"])] == ["synergy"]
    assert look(SpamSigns(), page, words=[]) == []
