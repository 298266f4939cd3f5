"""Counts become rows: they add up, and what is gone is left out."""

from datetime import date
from threading import Thread

import pytest
from django.db import connection

from library.models import ResourceUse
from library.use.tally import Counted
from library.use.write_counts import write_counts
from tests.factories import DocumentFactory, GuideFactory
from tests.library.use.conftest import use

DAY, NEXT = date(2026, 11, 24), date(2026, 11, 25)


def rows() -> list[tuple[int, date, int, int]]:
    return list(ResourceUse.objects.order_by("resource", "day").values_list("resource_id", "day", "views", "downloads"))


@pytest.mark.django_db
def test_each_batch_is_added_to_the_day() -> None:
    file = DocumentFactory()
    page = GuideFactory(documents=[file])
    write_counts({Counted("page", page.pk, DAY): 3, Counted("file", file.pk, DAY): 1})
    write_counts({Counted("page", page.pk, DAY): 2, Counted("page", page.pk, NEXT): 1})
    assert rows() == [(page.pk, DAY, 5, 1), (page.pk, NEXT, 1, 0)]


@pytest.mark.django_db
def test_what_was_deleted_meanwhile_is_left_out() -> None:
    gone, page = GuideFactory(), GuideFactory()
    gone_id = gone.pk
    gone.delete()
    write_counts({Counted("page", gone_id, DAY): 3, Counted("page", page.pk, DAY): 1, Counted("file", 999_999, DAY): 1})
    assert rows() == [(page.pk, DAY, 1, 0)]


@pytest.mark.django_db
def test_the_use_of_a_resource_goes_with_it() -> None:
    page, other = GuideFactory(), GuideFactory()
    use(page, views=1)
    use(other, views=1)
    page.delete()
    assert [row[0] for row in rows()] == [other.pk]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_processes_that_write_at_once_add_up() -> None:
    pages = [GuideFactory().pk for _ in range(5)]
    failures: list[Exception] = []

    def write(order: int) -> None:
        try:
            for _ in range(5):
                write_counts({Counted("page", pk, DAY): 1 for pk in pages[::order]})
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    writers = [Thread(target=write, args=(order,)) for order in (1, -1, 1, -1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failures
    assert rows() == [(pk, DAY, 20, 0) for pk in pages]
