"""The documentation of rights says what the code says."""

from tests.chaos.processes import ROOT
from tests.network.rights.written import rights, transitions

PAGE = (ROOT / "docs/rights.md").read_text()


def test_the_tables_in_the_documentation_are_those_of_the_code() -> None:
    advice = "Take the tables from: python -m tests.network.rights.written"
    assert rights() in PAGE, advice
    assert transitions() in PAGE, advice
