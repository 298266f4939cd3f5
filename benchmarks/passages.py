"""Files with text for a third of the resources: ten pages each, of sentences from other resources' descriptions."""

import random
from itertools import batched

from library.models import LibraryDocument, Passage, ResourceFile, ResourcePage

SEED = 13
EVERY = 3  # one resource in three has a file, as in the measurements that the goals come from
PAGES = 10
SENTENCES = 6  # on each page, some 120 words
BATCH = 500


def attach_files() -> int:
    """Give a file, read already, to every third resource that has none; returns how many were given one."""
    descriptions = list(ResourcePage.objects.order_by("pk").values_list("summary", flat=True)[:10_000])
    sentences = [sentence for text in descriptions for sentence in text.split(". ") if len(sentence) > 20]
    wanted = ResourcePage.objects.filter(files=None).order_by("pk").values_list("pk", flat=True)
    owners = [pk for pk in wanted if pk % EVERY == 0]
    for batch in batched(owners, BATCH):
        attach_batch(batch, sentences)
    return len(owners)


def attach_batch(owners: tuple[int, ...], sentences: list[str]) -> None:
    """Write the files, their passages and their attachments in three statements."""
    documents = LibraryDocument.objects.bulk_create(
        LibraryDocument(
            title=f"Handout {pk}",
            file=f"documents/bench-{pk}.pdf",
            unit="page",
            places=PAGES,
            state="read",
            language="en",
        )
        for pk in owners
    )
    ResourceFile.objects.bulk_create(
        ResourceFile(page_id=pk, document=document, sort_order=0)
        for pk, document in zip(owners, documents, strict=True)
    )
    Passage.objects.bulk_create(
        Passage(document=document, position=place, place=place, text=page_text(pk, place, sentences))
        for pk, document in zip(owners, documents, strict=True)
        for place in range(1, PAGES + 1)
    )


def page_text(pk: int, place: int, sentences: list[str]) -> str:
    """Return the text of a page: the same in every run."""
    chance = random.Random(SEED + pk * PAGES + place)
    return ". ".join(chance.choices(sentences, k=SENTENCES))
