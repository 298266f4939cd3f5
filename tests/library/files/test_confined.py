"""A process that reads can do nothing to this one: not by its memory, its time, its output, its crash or its answer."""

import json
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from library.files import confined
from library.files.answer import parse_answer
from library.files.confined import Ended, judge, read_confined, run_confined
from library.files.reading.outcome import Ending
from tests.library.files import samples

LIMITED = "from library.files.reading.limits import give_up_rights; give_up_rights({seconds}, {memory} * 2**20); "


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    return path


def run(file: Path, code: str, seconds: float = 20) -> Ended:
    with file.open("rb") as opened:
        return run_confined([sys.executable, "-s", "-P", "-c", code], opened, seconds)


def run_limited(file: Path, code: str, seconds: int = 20, memory: int = 200) -> Ended:
    return run(file, LIMITED.format(seconds=seconds, memory=memory) + code)


def test_it_reads_the_file_and_its_memory_is_known(file: Path) -> None:
    ended = run(file, "import sys; print(sys.stdin.read(), end='')")
    assert (ended.output, ended.stopped, ended.exit_code) == (b"content", False, 0)
    assert ended.peak_mib > 5


def test_it_knows_nothing_of_this_process(file: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setenv("SECRET_KEY", "keep-this")
    ended = run(file, "import os, json; print(json.dumps(dict(os.environ)))")
    known = json.loads(ended.output)
    assert set(known) <= {"PATH", "PYTHONPATH", "PYTHONUTF8", "LANG", "LC_CTYPE"}
    assert known["PYTHONPATH"] == str(settings.BASE_DIR)


def test_it_does_not_load_django(file: Path) -> None:
    ended = run(file, "import library.files.reading.process, sys; print('django' in sys.modules)")
    assert ended.output == b"False\n"


def test_who_hangs_is_stopped(file: Path) -> None:
    ended = run(file, "import time; print('begun', flush=True); time.sleep(600)", seconds=1)
    assert (ended.output, ended.stopped) == (b"begun\n", True)
    assert ended.seconds < 10


def test_who_closes_the_line_and_goes_on_is_stopped(file: Path) -> None:
    ended = run(file, "import os, time; os.close(1); time.sleep(600)")
    assert ended.seconds < 10


def test_children_of_it_are_stopped_with_it(file: Path) -> None:
    ended = run(file, "import os, time; os.fork(); time.sleep(600)", seconds=1)
    assert ended.stopped
    assert ended.seconds < 10


def test_who_writes_without_end_is_stopped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "MOST_OUTPUT", 1_000_000)
    ended = run(file, "import sys\nwhile True: sys.stdout.write('x' * 10000)")
    assert ended.stopped
    assert len(ended.output) < 1_200_000


def test_who_takes_memory_without_end_gets_no_more(file: Path) -> None:
    ended = run_limited(file, "kept = []\nwhile True: kept.append(bytearray(2**20))")
    assert ended.exit_code == 1
    assert 100 < ended.peak_mib < 300


def test_who_counts_without_end_is_stopped_by_its_own_clock(file: Path) -> None:
    ended = run_limited(file, "\nwhile True: pass", seconds=1)
    assert ended.exit_code in (-24, -14)  # on a busy machine a second of work takes longer than the alarm waits
    assert not ended.stopped


def test_who_does_not_hear_that_its_time_is_over_is_stopped_too(file: Path) -> None:
    ended = run_limited(file, "import signal; signal.signal(24, signal.SIG_IGN)\nwhile True: pass", seconds=1)
    assert ended.exit_code in (-9, -14)  # whichever of the last two limits comes first
    assert not ended.stopped


def test_who_sleeps_without_end_is_woken_even_without_a_parent(file: Path) -> None:
    ended = run_limited(file, "import time; time.sleep(600)", seconds=1)
    assert ended.exit_code == -14
    assert not ended.stopped


def test_it_writes_no_file(file: Path) -> None:
    target = file.with_name("written")
    ended = run_limited(file, f"import pathlib; pathlib.Path({str(target)!r}).write_text('x')")
    assert ended.exit_code == 1
    assert not target.exists() or target.read_bytes() == b""


@pytest.mark.parametrize(
    ("ended", "ending"),
    [
        (Ended(b"", True, -9, 20, 30), Ending.TOO_LARGE),
        (Ended(b"", False, -6, 20, 1), Ending.TOO_LARGE),
        (Ended(b"", False, -24, 20, 1), Ending.TOO_LARGE),
        (Ended(b"", False, -11, 20, 1), Ending.DAMAGED),
        (Ended(b"", False, -11, 500, 1), Ending.TOO_LARGE),
        (Ended(b"", False, 1, 20, 1), Ending.DAMAGED),
        (Ended(b'{"ending":"no_text"}\n', True, -9, 20, 8), Ending.NO_TEXT),
    ],
)
def test_how_it_ended_says_what_the_file_is(ended: Ended, ending: Ending) -> None:
    assert judge(ended).ending is ending


GOOD = b'{"passage":[1,"","text"]}\n{"ending":"read","unit":"page","places":1}\n'
LIES = {
    "nothing": b"",
    "not JSON": b"hello\n",
    "no object": b"[]\n",
    "not ended": b'{"passage":[1,"","text"]}\n',
    "half a line": GOOD[:-1],
    "a long line": b'{"ending":"' + b"x" * 2_000_000 + b'"}\n',
    "brackets": b"[" * 100_000 + b"\n",
    "an unknown ending": b'{"ending":"fine"}\n',
    "a negative place": GOOD.replace(b"[1,", b"[-1,"),
    "a place too far": GOOD.replace(b"[1,", b"[9999999999,"),
    "a place that is none": GOOD.replace(b"[1,", b"[true,"),
    "a text that is none": GOOD.replace(b'"text"', b"7"),
    "an empty text": GOOD.replace(b'"text"', b'"\\u0000"'),
    "read without text": b'{"ending":"read"}\n',
    "text although there is none": GOOD.replace(b'"read"', b'"no_text"'),
    "a passage afterwards": GOOD + b'{"passage":[1,"","text"]}\n',
    "too many passages": b'{"passage":[1,"","text"]}\n' * 2001 + GOOD,
    "a picture that is a page": GOOD + b'{"picture":"PGh0bWw+"}\n',
    "a picture that is none": GOOD + b'{"picture":"!"}\n',
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_was_not_agreed_on_is_none(lie: str) -> None:
    assert parse_answer(LIES[lie]) is None


def test_an_answer_is_cleaned_again() -> None:
    reading = parse_answer(GOOD.replace(b"text", b"a\\u0000b\\ud800" + b"c" * 3000))
    assert reading
    assert reading.passages[0].text == "ab" + "c" * 1998


def test_a_picture_that_takes_too_long_costs_nothing_but_itself() -> None:
    reading = parse_answer(GOOD + b'{"picture":"UklGRgAAAABXRUJQ"}\n{"peak":31.5}\n{"pict')
    assert reading
    assert (reading.picture, reading.peak_mib) == (b"RIFF\x00\x00\x00\x00WEBP", 31.5)


def test_a_file_is_read_with_the_picture_of_its_first_page(tmp_path: Path) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(samples.pdf(samples.SENTENCE))
    with path.open("rb") as opened:
        reading = read_confined(opened, "pdf")
    assert (reading.ending, reading.places, reading.words) == (Ending.READ, 1, 8)
    assert reading.picture.startswith(b"RIFF")
    assert 10 < reading.peak_mib < 200
