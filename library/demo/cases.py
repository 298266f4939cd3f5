"""What goes on in the review of the demo library: talk, something sent back, an appeal, somebody who asks to join."""

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from library.demo.people import CONTRIBUTOR, MEMBER
from library.demo.texts import DATA
from library.models import DecisionKind, SpotCheck, Stage, Submission
from library.moderation.claim import claim_review
from library.moderation.converse import say
from library.moderation.decide import Verdict, decide
from library.moderation.routing import reviewers_of
from library.upkeep.appeal import make_appeal
from network.joining.ask import ask_to_join
from network.models import OrganisationPage, User
from network.organisations.models import Trust

WORDS = "I help out with the videos of the children's ward, and would like to share what works."

Step = Mapping[str, Any]


def load_cases() -> None:
    """Let the people of the demo library act, where what they act on stands as it was loaded."""
    with (DATA / "cases.toml").open("rb") as file:
        steps = tomllib.load(file)["steps"]
    for step in steps:
        submission = Submission.objects.filter(page__slug=step["resource"]).last()
        if submission is not None and (person := _person(submission, step["by"])):
            VERBS[step["does"]](submission, person, step)
    for submission in Submission.objects.filter(stage=Stage.PUBLISHED, organisation__trust=Trust.TRUSTED):
        SpotCheck.objects.get_or_create(submission=submission)  # the sample is drawn by chance; here it is there
    asking = User.objects.filter(email=MEMBER.email).first()
    section = OrganisationPage.objects.filter(memberships__person__email=CONTRIBUTOR.email).first()
    if asking and section:
        ask_to_join(asking, section, WORDS)


def _person(submission: Submission, part: str) -> User | None:
    """Return who plays a part: who sent it, or the first who may decide on it."""
    if part == "author":
        return submission.author
    found: User | None = User.objects.filter(pk__in=reviewers_of(submission)).order_by("pk").first()
    return found


def _claim(submission: Submission, person: User, step: Step) -> None:
    claim_review(submission, person)


def _say(submission: Submission, person: User, step: Step) -> None:
    say(submission, person, step["text"])


def _note(submission: Submission, person: User, step: Step) -> None:
    say(submission, person, step["text"], is_internal=True)


def _ask_for_changes(submission: Submission, person: User, step: Step) -> None:
    verdict = Verdict(DecisionKind.CHANGES, words=step["text"], field_notes=step["field_notes"])
    decide(submission, person, verdict, submission.revision_id)


def _decline(submission: Submission, person: User, step: Step) -> None:
    decide(submission, person, Verdict(DecisionKind.DECLINE, words=step["text"]), submission.revision_id)


def _appeal(submission: Submission, person: User, step: Step) -> None:
    make_appeal(submission.decisions.latest("pk"), person, step["text"])


VERBS: dict[str, Callable[[Submission, User, Step], None]] = {
    "claim": _claim,
    "say": _say,
    "note": _note,
    "changes": _ask_for_changes,
    "decline": _decline,
    "appeal": _appeal,
}
