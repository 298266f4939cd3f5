"""Random edits of a small library, through the pages' own verbs and through the forms of the CMS."""

from collections import Counter
from collections.abc import Callable
from random import Random
from uuid import uuid4

from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from library.models import LibraryDocument, ResourcePage
from network.models import OrganisationPage
from tests.chaos.cms import Cms
from tests.factories import DocumentFactory, GuideFactory, OrganisationFactory, publish

LIBRARY = 40  # resources, as many as are there all the time
Edit = Callable[[ResourcePage], None]


class Editors:
    """Edit at random; ``done`` counts the edits by kind."""

    def __init__(self, random: Random, cms: Cms) -> None:
        """Fill the library."""
        self._random, self._cms, self.done = random, cms, Counter[str]()
        self._organisations = [OrganisationFactory(title=f"Organisation {number}") for number in range(3)]
        for _ in range(LIBRARY):
            self._share()

    def edit(self) -> None:
        """Make one edit of a resource."""
        edits: dict[str, Edit] = {
            "publish": self._publish,
            "unpublish": self._unpublish,
            "move": self._move,
            "privacy": self._privacy,
            "rename": self._rename,
            "delete": self._delete,
            "file replaced": self._replace_file,
        }
        kind = self._random.choice(sorted(edits))
        pages = ResourcePage.objects.order_by("pk")
        page = pages[self._random.randrange(pages.count())].specific
        edits[kind](page)
        self.done[kind] += 1

    def _share(self) -> None:
        file = DocumentFactory(title=f"File {uuid4().hex[:6]}", file=_text())
        publish(GuideFactory(parent=self._organisation(), title=f"Guide {uuid4().hex[:6]}", documents=[file]))

    def _organisation(self) -> OrganisationPage:
        organisation: OrganisationPage = OrganisationPage.objects.get(pk=self._random.choice(self._organisations).pk)
        return organisation

    def _in_the_cms(self) -> bool:
        return self._random.random() < 0.5

    def _publish(self, page: ResourcePage) -> None:
        if self._in_the_cms():
            self._cms.publish(page)
        else:
            page.save_revision().publish()

    def _unpublish(self, page: ResourcePage) -> None:
        if self._in_the_cms():
            self._cms.unpublish(page)
        else:
            page.unpublish()

    def _move(self, page: ResourcePage) -> None:
        target = self._organisation()
        if target.pk == page.get_parent().pk:
            return
        if self._in_the_cms():
            self._cms.move(page, target)
        else:
            page.move(target, pos="last-child")

    def _privacy(self, page: ResourcePage) -> None:
        target = page if self._random.random() < 0.8 else page.get_parent()
        restriction = PageViewRestriction.objects.filter(page=target).first()
        if self._in_the_cms():
            self._cms.set_privacy(target, "none" if restriction else "login")
        elif restriction:
            restriction.delete()
        else:
            PageViewRestriction.objects.create(page=target, restriction_type=PageViewRestriction.LOGIN)

    def _rename(self, page: ResourcePage) -> None:
        page.title = f"Guide {uuid4().hex[:6]}"
        page.save_revision().publish()

    def _delete(self, page: ResourcePage) -> None:
        if self._in_the_cms():
            self._cms.delete(page)
        else:
            page.delete()
        self._share()

    def _replace_file(self, page: ResourcePage) -> None:
        file = LibraryDocument.objects.filter(uses__page=page).first()
        if file:
            file.file = _text()
            file.save()


def _text() -> ContentFile[bytes]:
    """Return a file with one word that no other has."""
    return ContentFile(f"The word of this file is {word()}.".encode(), name="word.txt")


def word() -> str:
    """Return a word that is nowhere else."""
    return f"w{uuid4().hex[:10]}"
