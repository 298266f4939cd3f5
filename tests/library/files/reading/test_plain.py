"""Tables of text, read in the process that asks."""

import csv
import io

from library.files.reading.collecting import Collector
from library.files.reading.plain import read_csv


def test_a_short_table_leaves_others_the_length_of_their_fields() -> None:
    before = csv.field_size_limit()
    read_csv(io.BytesIO(b"question,answer\nWho?,Nurses\n"), Collector(lambda passage: None))
    assert csv.field_size_limit() >= before
