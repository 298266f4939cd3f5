"""What is near a resource: by its words, topics and regions; not itself, not its translations, nothing hidden."""

import pytest

from search.access import VISITOR, Access
from tests.contract.documents import document
from tests.contract.shelf import Shelf

HYGIENE = "Washing hands with soap prevents infections; disinfect surfaces, wear gloves and count the washing stations."


LIBRARY = (
    document(1, "Hand hygiene", body=HYGIENE, topics=("hygiene", "care"), topic_tags=("hygiene",)),
    document(2, "Handhygiëne", body="Handen wassen.", language="nl", topic_tags=("hygiene",), original=1),
    document(3, "Clean hands", body=HYGIENE, topic_tags=()),
    document(4, "Gloves", body="One size.", topics=("hygiene", "care"), topic_tags=("hygiene",)),
    document(5, "Soap for the board", body=HYGIENE, topic_tags=("hygiene",), topics=("hygiene",), restrictions=(7,)),
    document(6, "Newsletters", body="Write short sentences.", topics=("writing",), topic_tags=("writing",)),
    document(7, "Elsewhere", body="Nothing to do with it.", regions=("peru",), region_tags=("peru",)),
    document(8, "Near there", body="Another matter altogether.", regions=("peru",), region_tags=("peru",)),
    *(document(number, f"Filler {number}", body="Quite another thing.") for number in range(20, 40)),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the resources on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


def near(shelf: Shelf, page_id: int, access: Access = VISITOR, limit: int = 4) -> list[int]:
    return [hit.document.page_id for hit in shelf.engine.related(page_id, access, limit)]


def test_words_and_topics_in_common_are_near(shelf: Shelf) -> None:
    assert set(near(shelf, 1)) == {3, 4}
    assert near(shelf, 4)[0] == 1


def test_a_region_in_common_is_near(shelf: Shelf) -> None:
    assert near(shelf, 7) == [8]


def test_translations_are_not_near(shelf: Shelf) -> None:
    assert 2 not in near(shelf, 1)
    assert 1 not in near(shelf, 2)


def test_what_is_hidden_is_near_for_those_who_may_see_it(shelf: Shelf) -> None:
    assert 5 not in near(shelf, 1)
    assert 5 in near(shelf, 1, Access(frozenset({7})))


def test_no_more_are_shown_than_there_is_room_for(shelf: Shelf) -> None:
    assert len(near(shelf, 1, limit=1)) == 1


@pytest.mark.parametrize("page_id", [6, 999])
def test_nothing_is_near_what_stands_alone_or_is_not_there(shelf: Shelf, page_id: int) -> None:
    assert near(shelf, page_id) == []


def test_a_hit_nearby_says_what_is_shown(shelf: Shelf) -> None:
    (hit,) = shelf.engine.related(7, VISITOR, 1)
    assert "".join(part.text for part in hit.title) == "Near there"
    assert not any(part.marked for part in hit.title)
