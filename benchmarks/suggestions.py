"""Search as you type against the request that it sends."""

from collections.abc import Sequence
from functools import partial

from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from benchmarks.report import Line
from benchmarks.requests import requests_of
from benchmarks.timing import in_turn, median_ratio, milliseconds

GOAL = 1.5
LETTERS = (3, 5, 8)  # typed so far


def measure_suggestions(size: int, asked: Sequence[str]) -> list[Line]:
    """Time suggestions for the beginnings of questions, and their requests sent bare."""
    client = Client()
    typed = list(dict.fromkeys(words[:length].strip() for words in asked for length in LETTERS))[:300]
    sent = {text: requests_of(partial(suggestions_for, client, text)) for text in typed}
    single = [text for text in typed if len(sent[text]) == 1]
    ours = [partial(suggestions_for, client, text) for text in single]
    times, bare = in_turn(ours, [sent[text][0].again for text in single])
    detail = f"{len(single)} beginnings; {milliseconds(times)} and {milliseconds(bare)}"
    return [Line("suggestions ÷ their bare request, median", size, median_ratio(times, bare), GOAL, detail)]


def suggestions_for(client: Client, text: str) -> None:
    """Ask for suggestions as the search box does."""
    response = client.get(reverse("suggest") + "?" + urlencode({"q": text}), headers={"host": "127.0.0.1"})
    if response.status_code != 200:
        raise RuntimeError(f"No suggestions for {text!r}: {response.status_code}")
