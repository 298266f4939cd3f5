"""Real questions out of the library itself: one to three words, whole titles, questions; a third of each."""

import random

from library.models import ResourcePage

SEED = 7
ASKING = ("how", "what", "why", "when", "where", "which", "who", "can", "wie", "was", "warum", "hoe", "wat", "waarom")


def questions(count: int) -> list[str]:
    """Return different questions, the same ones in every run over the same library."""
    chance = random.Random(SEED)  # noqa: S311 # repeatable, not secret
    titles = sorted(set(ResourcePage.objects.live().values_list("title", flat=True)))
    chance.shuffle(titles)
    asking = [title for title in titles if title.split()[0].lower() in ASKING or title.endswith("?")]
    third = count // 3
    short = [some_words(title, chance) for title in titles[:third]]
    whole = titles[third : 2 * third]
    return list(dict.fromkeys([*short, *whole, *asking[: count - 2 * third]]))


def some_words(title: str, chance: random.Random) -> str:
    """Return one to three neighbouring words of a title."""
    words = title.split()
    length = min(chance.randint(1, 3), len(words))
    start = chance.randrange(len(words) - length + 1)
    return " ".join(words[start : start + length])
