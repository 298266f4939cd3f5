"""The command: what it prints, and how it ends."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from library.models import ResourcePage
from network.models import Region
from tests.factories import directory
from tests.library.exchange.conftest import Write, record

pytestmark = pytest.mark.django_db


def run(path: Path, *arguments: str) -> str:
    out = StringIO()
    call_command("import_resources", str(path), *arguments, stdout=out, verbosity=0)
    return out.getvalue()


def test_it_says_what_it_did_and_loads_the_regions_first(write: Write) -> None:
    directory()
    said = run(write([record(1), record(2, countries=["ZZ"])]))
    assert "2 resources created" in said
    assert "1   Unknown country" in said
    assert Region.objects.filter(code="be").exists()


def test_it_fails_when_a_record_was_refused_and_the_others_are_in(write: Write, tmp_path: Path) -> None:
    directory()
    report = tmp_path / "report.csv"
    with pytest.raises(CommandError, match="1 record was refused") as failure:
        run(write([record(1), record(2, title="")]), "--report", str(report))
    assert failure.value.returncode == 1
    assert ResourcePage.objects.count() == 1
    assert report.read_text(encoding="utf-8").splitlines() == [
        "line,identifier,title,outcome,reason",
        "2,test:2,,refused,There is no title",
    ]


def test_a_dry_run_says_so(write: Write) -> None:
    directory()
    assert "nothing was written" in run(write([record()]), "--dry-run")
    assert not ResourcePage.objects.exists()


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_an_error_in_words(tmp_path: Path, name: str) -> None:
    directory()
    with pytest.raises(CommandError, match=r"No such file|Is a directory"):
        run(tmp_path / name)


def test_a_site_without_a_directory_is_an_error_in_words(write: Write) -> None:
    with pytest.raises(CommandError, match="directory of organisations"):
        run(write([record()]))
