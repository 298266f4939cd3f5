"""A random world at small size; ``make leaks`` is the same with ten thousand questions."""

from pathlib import Path
from random import Random

import pytest

from tests.contract.conftest import ENGINES
from tests.journeys.engines import engine_in_force
from tests.leaks.asking import Report, look_for_leaks
from tests.leaks.making import make_world


@pytest.mark.django_db
@pytest.mark.parametrize("engine", ENGINES)
def test_nobody_is_answered_with_what_is_not_for_them(engine: str, tmp_path: Path) -> None:
    report = Report()
    with engine_in_force(engine, tmp_path):
        look_for_leaks(make_world(seed=3, organisations=3, pages=20), Random(3), 250, report)
    assert report.leaks == []
    assert report.shown["search by words"] + report.shown["search"] > 0
