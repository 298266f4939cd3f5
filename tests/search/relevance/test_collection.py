"""Reading judged collections; whatever is odd is named with its file and line."""

from pathlib import Path

import pytest

from search.relevance.collection import CollectionError, find_collections, read_collection
from tests.search.relevance.conftest import DOCUMENTS, WriteCollection


def test_a_collection_is_read_with_the_questions_that_have_a_relevant_answer(
    write_collection: WriteCollection,
) -> None:
    collection = read_collection(write_collection())
    assert collection.name == "ward"
    assert [text.id for text in collection.documents] == ["hands", "film", "post"]
    assert collection.documents[0].title == "Clean hands"
    assert collection.judged == {"q1": {"hands": 2, "film": 0}, "q2": {"film": 1, "post": 1}}
    assert [query.id for query in collection.answerable] == ["q1", "q2"]


@pytest.mark.parametrize("qrels", ["q1\thands\t1\n", "\ufeffq1\thands\t1", "\n q1 \t hands\t1\r\n\n"])
def test_judgements_need_no_header(write_collection: WriteCollection, qrels: str) -> None:
    assert read_collection(write_collection(qrels=qrels)).judged == {"q1": {"hands": 1}}


def test_ids_may_be_numbers_and_titles_may_be_absent(write_collection: WriteCollection) -> None:
    corpus = [{"id": 7, "text": "x"}, {"id": "8", "title": None, "text": ""}]
    collection = read_collection(write_collection(corpus=corpus, qrels="q1\t7\t1"))
    assert [(text.id, text.title) for text in collection.documents] == [("7", ""), ("8", "")]


def test_the_same_judgement_twice_is_one(write_collection: WriteCollection) -> None:
    assert read_collection(write_collection(qrels="q1\thands\t1\nq1\thands\t1\n")).judged == {"q1": {"hands": 1}}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"corpus": '{"id": "a", "text": "x"}\n{"id": '}, r"corpus\.jsonl, line 2: this is not JSON"),
        ({"corpus": "[1]"}, r"corpus\.jsonl, line 1: an object with an “id”"),
        ({"corpus": [{"id": True, "text": ""}]}, r"corpus\.jsonl, line 1: an object with an “id”"),
        ({"corpus": [{"id": "a"}]}, r"corpus\.jsonl, line 1: “text” and “title” must be strings"),
        ({"corpus": [*DOCUMENTS, DOCUMENTS[0]]}, r"corpus\.jsonl, line 4: the id “hands” is there already"),
        ({"corpus": "\n"}, r"corpus\.jsonl is empty"),
        ({"queries": ""}, r"queries\.jsonl is empty"),
        ({"qrels": ""}, r"qrels\.tsv: no document is judged relevant"),
        ({"qrels": "q1\thands\t0\n"}, r"qrels\.tsv: no document is judged relevant"),
        ({"qrels": "q1\thands\t1\nq1\tnobody\t0"}, r"qrels\.tsv, line 2: there is no document “nobody”"),
        ({"qrels": "q9\thands\t1"}, r"qrels\.tsv, line 1: there is no question “q9”"),
        ({"qrels": "q1\thands\t1\nq1\tfilm\tgood"}, r"qrels\.tsv, line 2: question, document and a whole number"),
        ({"qrels": "q1 hands 1"}, r"qrels\.tsv, line 1: question, document and a whole number"),
        ({"qrels": "q1\thands\t1\n\nq1\thands\t2"}, r"qrels\.tsv, line 3: “hands” was judged otherwise"),
    ],
)
def test_what_is_odd_is_named_with_file_and_line(
    write_collection: WriteCollection, files: dict[str, str], message: str
) -> None:
    with pytest.raises(CollectionError, match=message):
        read_collection(write_collection(**files))


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(write_collection: WriteCollection, name: str) -> None:
    folder = write_collection()
    (folder / name).unlink()
    with pytest.raises(CollectionError, match=name):
        read_collection(folder)


def test_a_file_that_is_not_utf8_is_named(write_collection: WriteCollection) -> None:
    folder = write_collection()
    (folder / "queries.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(CollectionError, match=r"queries\.jsonl cannot be read"):
        read_collection(folder)


def test_a_folder_is_a_collection_or_holds_some(write_collection: WriteCollection, tmp_path: Path) -> None:
    second, first = write_collection("b"), write_collection("a")
    (tmp_path / "notes").mkdir()
    assert find_collections(tmp_path) == [first, second]
    assert find_collections(first) == [first]


def test_a_folder_without_a_collection_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="holds no collection"):
        find_collections(tmp_path)
    with pytest.raises(CollectionError, match="is not a folder"):
        find_collections(tmp_path / "nowhere")
