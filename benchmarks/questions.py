"""Real questions out of the real records: one to three words, whole titles, and questions; a third of each."""

import json
import random
import re
from pathlib import Path
from typing import Any

SEED = 7
SENTENCE = re.compile(r"(?<=[.!?])\s+")
FEWEST, MOST = 4, 15  # words of a question


def questions(records: Path, count: int) -> list[str]:
    """Return different questions, the same ones in every run over the same records."""
    chance = random.Random(SEED)
    rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    titles = sorted({" ".join(row["title"].split()) for row in rows})
    asking = sorted({question for row in rows for question in questions_in(row)})
    chance.shuffle(titles)
    chance.shuffle(asking)
    third = count // 3
    short = [some_words(title, chance) for title in titles[: 2 * third]]
    return [*list(dict.fromkeys(short))[:third], *titles[-third:], *asking[: count - 2 * third]]


def questions_in(record: dict[str, Any]) -> list[str]:
    """Return the questions that a description asks its reader."""
    sentences = (" ".join(text.split()) for text in SENTENCE.split(record.get("description") or ""))
    return [text for text in sentences if text.endswith("?") and FEWEST <= len(text.split()) <= MOST]


def some_words(title: str, chance: random.Random) -> str:
    """Return one to three neighbouring words of a title."""
    words = [word for word in title.split() if any(map(str.isalnum, word))]
    length = min(chance.randint(1, 3), len(words))
    start = chance.randrange(len(words) - length + 1)
    return " ".join(words[start : start + length])
