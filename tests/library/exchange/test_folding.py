"""The same thing spelled twice is one thing; different things stay two."""

import pytest

from library.exchange.folding import fold, fold_group, is_machine_name, short_name, spell_out, spell_out_group


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("data management", "Data management"),
        ("RNA-Seq", "rna seq"),
        ("Épidémiologie", "epidemiologie"),
        ("jupyter_notebook", "Jupyter  Notebook."),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("C++", "C#"), ("C", "C++"), ("R", "RNA"), ("H5N1", "H7N1")])
def test_names_that_are_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_one_person_and_many_are_the_same_group() -> None:
    assert fold_group("PhD students") == fold_group(spell_out_group("PhDStudent"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [("data management", "Data management"), ("jQuery", "jQuery"), ("#privacy", "Privacy"), (" RNA ", "RNA")],
)
def test_names_are_shown_as_people_write_them(written: str, shown: str) -> None:
    assert spell_out(written) == shown


@pytest.mark.parametrize("name", ["https://w3id.org/x/n1", "12345", "modalia#Lecture", "urn:x:y", "---"])
def test_what_is_made_for_machines_is_no_word(name: str) -> None:
    assert is_machine_name(name)
    assert not is_machine_name("C#")


def test_short_names_are_free_ones() -> None:
    assert short_name("C++", {"c", "c-2"}, "term") == "c-3"
    assert short_name("!!!", set(), "term") == "term"
    assert short_name("健康", set(), "term") == "健康"
