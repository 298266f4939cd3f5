"""Fetching what people typed in: what is read, and what is never reached."""

import time
from collections.abc import Iterator
from ipaddress import ip_address

import pytest

from library.web import fetch as fetching
from library.web.errors import NoSuchHost, NotForUs, Unreachable
from library.web.fetch import fetch
from library.web.reach import Reach
from tests.library.web.server import NAME, Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


def test_a_page_is_read_up_to_the_bytes_asked_for(site: Site) -> None:
    answer = fetch(site.url(), most_bytes=7, reach=site.reach())
    assert (answer.status, answer.body, answer.content_type) == (200, b"<title>", "text/html; charset=utf-8")
    assert fetch(site.url("/endless"), most_bytes=5000, reach=site.reach()).body == b"x" * 5000


def test_nothing_of_the_body_is_read_unless_asked_for(site: Site) -> None:
    assert fetch(site.url("/endless"), reach=site.reach()).body == b""


def test_redirects_are_followed_without_cookies(site: Site) -> None:
    site.redirects = {"/": "/en", "/en": "here"}
    answer = fetch(site.url(), reach=site.reach())
    assert answer.url == site.url("/here")
    assert [path for path, _headers in site.asked] == ["/", "/en", "/here"]
    assert not any("cookie" in headers for _path, headers in site.asked)
    assert {headers["host"] for _path, headers in site.asked} == {f"{NAME}:{site.port}"}


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.redirects = {"/": "/"}
    with pytest.raises(Unreachable):
        fetch(site.url(), reach=site.reach())
    assert len(site.asked) == fetching.MOST_REDIRECTS + 1


@pytest.mark.parametrize("name", ["inside.example", "metadata.example"])
def test_a_redirect_leads_nowhere_inside(site: Site, name: str) -> None:
    site.redirects = {"/": site.url("/secret", name)}
    with pytest.raises(NotForUs):
        fetch(site.url(), reach=site.reach())
    assert [path for path, _headers in site.asked] == ["/"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://good.example/", "http://good.example:22/", "gopher:x"])
def test_a_redirect_leads_to_web_addresses_only(site: Site, target: str) -> None:
    site.redirects = {"/": target}
    with pytest.raises(NotForUs):
        fetch(site.url(), reach=site.reach())


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://127.0.0.1:8000/", "http://0.0.0.0/"),
        *("file:///etc/passwd", "javascript:alert(1)", "//example.org", "", "http://", "http://user:word@example.org/"),
        *("https://example.org:25/", "http://example.org:6379/", "http://[::ffff:127.0.0.1]/"),
    ],
)
def test_what_is_no_public_web_address_is_refused(url: str) -> None:
    with pytest.raises(NotForUs):
        fetch(url, reach=Reach(resolve=lambda host, port: [ip_address("127.0.0.1")]))


def test_one_internal_address_among_several_is_enough_to_refuse() -> None:
    mixed = Reach(resolve=lambda host, port: [ip_address("93.184.216.34"), ip_address("10.0.0.1")])
    with pytest.raises(NotForUs):
        fetch("http://mixed.example/", reach=mixed)


def test_a_name_is_resolved_once_for_each_connection_so_it_cannot_change_in_between(site: Site) -> None:
    answers = iter([[ip_address("127.0.0.1")], [ip_address("10.0.0.1")]])
    changing = Reach(lambda host, port: next(answers), lambda address: address.is_loopback, frozenset({site.port}))
    assert fetch(site.url(), reach=changing).status == 200
    with pytest.raises(NotForUs):
        fetch(site.url(), reach=changing)


def test_a_name_that_nobody_has_is_told_apart_from_silence(site: Site) -> None:
    with pytest.raises(NoSuchHost):
        fetch(site.url(name="nobody.example"), reach=site.reach())
    closed = Reach(lambda host, port: [ip_address("127.0.0.1")], lambda address: True, frozenset({1}))
    with pytest.raises(Unreachable):
        fetch("http://closed.example:1/", reach=closed)


def test_a_site_that_drips_is_left_at_the_deadline(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    began = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(site.url("/slow"), most_bytes=1_000_000, reach=site.reach())
    assert time.monotonic() - began < 2


def test_proxies_of_the_environment_are_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert fetch(site.url(), reach=site.reach()).status == 200
