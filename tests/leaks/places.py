"""Every place that is asked: lists, searches and choosers of site and CMS, and each page and file by address."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from tests.leaks.facts import Secret, Thing, World
from tests.leaks.pages import COMMON

SITE = ("/", "/organisations/", "/topics/", "/regions/", "/regions/belgium/", "/regions/world/", "/join/", "/share/")
SEARCHES = ("", f"?q={COMMON}", f"?q={COMMON}&page=2", "?sort=newest", "?sort=title&page=2", "?q=zq", "?region=world")
FACETS = ("organisation", "type", "region", "language", "files")
LISTS = (
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "resources:index",
    "organisations:index",
    "own_resources",
    "own_resources_results",
    "review_desk",
    "review_desk_results",
    "review_decided",
    "second_look",
    "join_requests",
    "organisations_without_coordinator",
    "my_organisation",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_choose_page",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "search_health",
    "report_coverage",
    "report_files",
    "report_submissions",
    "report_regions",
    "report_times",
    "report_reviewers",
    "report_decisions",
    "trust_proposals",
    "mails",
)
EXPORTS = ("report_submissions", "report_decisions", "report_times", "report_files", "review_decided")
OF_PAGES = (
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:view_draft",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:workflow_history",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_explore",
    "copy_resource",
    "adapt_resource",
    "before_sending",
    "take_off",
    "hand_over_resource",
    "inside",
)
OF_FILES = ("wagtaildocs:edit", "wagtaildocs:document_usage", "wagtaildocs_chooser:chosen", "file_state", "first_page")
BY_WORDS = (
    ("search", "q"),
    ("suggest", "q"),
    ("wagtailadmin_choose_page_search", "q"),
    ("wagtailadmin_pages:search", "q"),
    ("resources:index", "q"),
    ("wagtaildocs:index", "q"),
    ("wagtaildocs_chooser:choose_results", "q"),
    ("wagtailadmin_api:pages:listing", "search"),
    ("wagtailadmin_api:documents:listing", "search"),
)


@dataclass(frozen=True)
class Question:
    """An address, under the name of its place; ``said`` are secret words that the question itself says."""

    place: str
    address: str
    said: frozenset[str] = frozenset()
    counted: bool = False  # whether it is answered with everything that may be found, counted


def questions(world: World) -> list[Question]:
    """Return everything that can be asked."""
    found = [*_of_the_site(), *_of_the_cms(world)]
    for thing in world.things:
        found += _about(thing)
    for secret in world.secrets.values():
        found += _by_word(secret)
    return found


def _of_the_site() -> Iterator[Question]:
    for address in SITE:
        yield Question("site", address)
    for query in SEARCHES:
        yield Question("search", reverse("search") + query, counted=query in ("", f"?q={COMMON}", "?region=world"))
    for facet in FACETS:
        yield Question("facet", f"{reverse('facet', args=[facet])}?find=zq")
        yield Question("facet", f"{reverse('facet', args=[facet])}?q={COMMON}")


def _of_the_cms(world: World) -> Iterator[Question]:
    for name in LISTS:
        yield Question(name, reverse(name))
    for name in EXPORTS:
        yield Question(name, reverse(name) + "?export=csv")
    for name in ("pages", "documents"):
        yield Question(f"API {name}", reverse(f"wagtailadmin_api:{name}:listing") + "?limit=100")
    yield Question("pages by type", reverse("wagtailadmin_pages:type_use", args=["library", "casestudypage"]))
    for section in world.sections:
        for name in ("wagtailadmin_explore", "wagtailadmin_choose_page_child", "wagtailadmin_explore_results"):
            yield Question(name, reverse(name, args=[section.key]))
        yield Question("people", reverse("organisation_people", args=[section.key]))
        yield Question("begin", reverse("begin", args=[section.key]))
        yield Question("section", f"/organisations/{section.slug}/")
        yield Question("search", f"{reverse('search')}?organisation={section.slug}")


def _about(thing: Thing) -> Iterator[Question]:
    yield Question("page", thing.address)
    for name in OF_PAGES:
        yield Question(name, reverse(name, args=[thing.key]) + (f"?q={COMMON}" if name == "inside" else ""))
    yield Question("revision", reverse("wagtailadmin_pages:revisions_view", args=[thing.key, thing.revision]))
    yield Question("API page", reverse("wagtailadmin_api:pages:detail", args=[thing.key]))
    yield Question("chosen pages", f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={thing.key}")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    yield Question("pages in bulk", f"{bulk}?id={thing.key}")
    if thing.submission:
        yield Question("review page", reverse("review_submission", args=[thing.submission]))
    yield from _about_file(thing)


def _about_file(thing: Thing) -> Iterator[Question]:
    said = frozenset({thing.file_name})  # it stands in the address
    yield Question("file", thing.document_address, said)
    yield Question("stored file", f"/media/documents/{thing.file_name}.txt", said)
    yield Question("stored file", f"/media/images/../documents/{thing.file_name}.txt", said)
    for name in OF_FILES:
        yield Question(name, reverse(name, args=[thing.document]))
    yield Question("API file", reverse("wagtailadmin_api:documents:detail", args=[thing.document]))
    begin = reverse("begin_from_file", args=[thing.section.key, thing.document])
    yield Question("begin from a file", begin)
    bulk = reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "delete"])
    yield Question("files in bulk", f"{bulk}?id={thing.document}")


def _by_word(secret: Secret) -> Iterator[Question]:
    """Ask with the word, its beginning, and the word mistyped."""
    word = secret.word
    mistyped = word[:6] + word[7] + word[6] + word[8:]
    for name, key in BY_WORDS:
        for words in (word, word[:5], word[:-2], mistyped):
            yield Question(f"{name} by words", f"{reverse(name)}?{key}={words}", frozenset({word} & {words}))
