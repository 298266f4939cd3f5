"""Ten and a hundred thousand records made out of the real ones: no two alike, each as long and as mixed as they are."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SEED = 11


def made_records(source: Path, first: int, last: int) -> Iterator[dict[str, Any]]:
    """Yield records number ``first`` to ``last``: the real ones, then mixtures of two.

    A mixture has the first half of one title and the second half of another, and sentences of both descriptions;
    topics, places, people and the rest are the first one's. Number *n* is the same in every run.
    """
    real = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for number in range(first, last):
        one = real[number % len(real)]
        if number < len(real):
            yield one
            continue
        chance = random.Random(SEED + number)
        yield one | mixture(one, chance.choice(real), number, chance)


def mixture(one: dict[str, Any], other: dict[str, Any], number: int, chance: random.Random) -> dict[str, Any]:
    """Return what differs from the first record in a mixture of two."""
    sentences = [*sentences_of(one), *sentences_of(other)]
    chance.shuffle(sentences)
    start, end = one["title"].split(), other["title"].split()
    return {
        "id": f"{one['id']}#{number}",
        "url": f"{one.get('url', '')}#{number}",
        "title": " ".join([*start[: -(-len(start) // 2)], *end[len(end) // 2 :]]),
        "description": ". ".join(sentences[: -(-len(sentences) // 2)]),
    }


def sentences_of(record: dict[str, Any]) -> list[str]:
    """Return the sentences of a description, roughly."""
    return [sentence for sentence in (record.get("description") or record["title"]).split(". ") if sentence.strip()]


def write_records(source: Path, target: Path, first: int, last: int) -> Path:
    """Write records as JSON lines, as ``import_resources`` reads them; returns the file."""
    with target.open("w", encoding="utf-8") as file:
        for record in made_records(source, first, last):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return target
