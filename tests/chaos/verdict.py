"""What must hold afterwards: index and database agree, and nobody finds what is not for them."""

from collections.abc import Iterator

from library.models import LibraryDocument, Passage, ResourcePage
from network.models import User
from search.access import VISITOR, Access, access_of
from search.engine import Ask
from search.engines import get_engine
from search.index.integrity import check_live_index
from search.index.models import IndexQueueEntry
from search.params import SearchParams
from search.question.ask import ask
from search.visibility import visible

EVERYTHING = 10_000  # hits


def is_settled() -> bool:
    """Tell whether no change waits for the index and no file for being read."""
    return not IndexQueueEntry.objects.exists() and not LibraryDocument.objects.filter(state="waiting").exists()


def flaws(member: User) -> list[str]:
    """Return what is wrong, in words; nothing if all is well."""
    report = check_live_index()
    found = [] if report.clean else [f"index and database differ: {report.summary}"]
    if refused := IndexQueueEntry.objects.exclude(error="").count():
        found.append(f"{refused} changes were refused")
    return [*found, *_wrongly_found(member)]


def _wrongly_found(member: User) -> Iterator[str]:
    viewers = {"a visitor": VISITOR, "a member": access_of(member)}
    for name, access in viewers.items():
        expected = set(visible(ResourcePage.objects.all(), access).values_list("pk", flat=True))
        if (found := _found("", access)) != expected:
            yield f"{name} finds {sorted(found - expected)} too much, {sorted(expected - found)} too little"
        for passage in Passage.objects.select_related("document"):
            pages = ResourcePage.objects.filter(files__document=passage.document)
            expected = set(visible(pages, access).values_list("pk", flat=True))
            word = passage.text.rstrip(".").rpartition(" ")[2]
            if (found := _found(word, access)) != expected:
                yield f"{name} finds {sorted(found)} by the file “{passage.document}”, not {sorted(expected)}"


def _found(words: str, access: Access) -> set[int]:
    question = Ask(SearchParams(q=words), ask(words, "en"), "hits", size=EVERYTHING)
    (page,) = get_engine().search([question], access)
    return {hit.document.page_id for hit in page.hits}
