"""What each of the fifty does, as locust runs it: search, filter, read, with a pause to look."""

import json
import os
import random
import re
from pathlib import Path

from locust import HttpUser, between, task

QUESTIONS = json.loads(Path(os.environ["BENCH_QUESTIONS"]).read_text())
FACET = re.compile(r'href="(/search/\?[^"]*(?:type|language|topic|region)=[^"]*)"')
HIT = re.compile(r'<h2[^>]*>\s*<a href="(/organisations/[^"#?]+)"')


class Member(HttpUser):
    """Somebody with a question."""

    wait_time = between(0.5, 2.0)

    @task(3)
    def search(self) -> None:
        """Ask, and perhaps choose a filter or read the first hits."""
        page = self.client.get("/search/", params={"q": random.choice(QUESTIONS)}, name="search").text
        if filters := FACET.findall(page):
            self.client.get(random.choice(filters).replace("&amp;", "&"), name="filter")
        for address in HIT.findall(page)[:2]:
            self.client.get(address, name="read")

    @task(1)
    def type_ahead(self) -> None:
        """Type the beginning of a question."""
        words = random.choice(QUESTIONS)
        for length in (3, 5, 8):
            self.client.get("/search/suggest/", params={"q": words[:length]}, name="suggest")
