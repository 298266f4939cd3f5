"""Asking as somebody, and reading every word of the answer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.leaks.facts import Viewer, World
from tests.leaks.oracle import counts_for, found_by, may_know
from tests.leaks.places import Question, questions

WORD = re.compile(r"zq[a-z]{10}")


@dataclass
class Report:
    """What came of it; ``shown`` are the secrets that were rightly shown, by place."""

    checks: int = 0
    answered: int = 0  # with a page
    shown: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)


def look_for_leaks(world: World, chance: Random, checks: int, report: Report) -> None:
    """Ask so many questions, each as somebody, drawn from all there are."""
    everything = questions(world)
    for _ in range(checks):
        check(world, chance.choice(world.viewers), chance.choice(everything), report)


def check(world: World, viewer: Viewer, question: Question, report: Report) -> None:
    """Ask one question, and look for every secret in the answer."""
    reply: Any = viewer.client.get(question.address)
    report.checks += 1
    report.answered += reply.status_code == 200
    for word in _words_of(reply) - question.said:
        secret = world.secrets.get(word)
        if secret is None:
            continue
        if may_know(viewer, secret, world):
            report.shown[question.place] += 1
        else:
            state = secret.thing.state if secret.thing else "hidden"
            report.leaks.append(f"{viewer.name} sees {secret.part} ({state}) at {question.place}: {question.address}")
    if question.counted:
        report.leaks += _miscounted(world, viewer, question, reply)


def _words_of(reply: Any) -> set[str]:
    body = b"".join(reply.streaming_content) if reply.streaming else reply.content
    heads = " ".join(f"{name}: {value}" for name, value in reply.headers.items())
    return set(WORD.findall((heads + " " + body.decode(errors="replace")).lower()))


def _miscounted(world: World, viewer: Viewer, question: Question, reply: Any) -> Iterator[str]:
    """Compare the total, and the count of each section."""
    results, expected = reply.context["results"], len(found_by(viewer, world))
    if results.total != expected:
        yield f"{viewer.name} is told of {results.total}, not {expected}: {question.address}"
    counts = {
        option.code: option.count
        for group in results.filters.groups
        if group.name == "organisation"
        for option in group.values
    }
    if {code: count for code, count in counts.items() if count} != counts_for(viewer, world):
        yield f"{viewer.name} is shown {counts}, not {dict(counts_for(viewer, world))}: {question.address}"
