"""What leaders, editors and administrators do: look at their desk, claim, talk, hand on, decide; and try too much."""

from random import Random

from library.models import DecisionKind, Submission
from library.moderation.claim import claim_review, hand_on, release_review
from library.moderation.converse import say
from library.moderation.decide import Verdict, decide
from library.moderation.routing import Routing, may_review, reviewable_by
from network.models import User
from tests.year import oracle
from tests.year.cast import Cast
from tests.year.ledger import Ledger

VERDICTS = (
    (Verdict(DecisionKind.PUBLISH), 62),
    (Verdict(DecisionKind.CHANGES, words="Say when it was.", field_notes={"summary": "When was it?"}), 26),
    (Verdict(DecisionKind.DECLINE, words="This is an advertisement."), 12),
)
INTRUSIONS = 2  # a day
SECRET = "Between reviewers: the photograph may be bought."


class Reviewers:
    """Work off their desks, some more diligently than others."""

    def __init__(self, random: Random, cast: Cast, ledger: Ledger) -> None:
        """Give everybody a diligence: which part of their desk they look at in a day."""
        self._random, self._cast, self._ledger = random, cast, ledger
        self._diligence = {person.pk: random.uniform(0.05, 0.6) for person in cast.everybody}

    def review(self) -> None:
        """Let everybody look at some of what is on their desk; the administrator helps out seldom."""
        reviewers = Routing.read().reviewers
        for person in self._cast.everybody:
            if person.pk not in reviewers and not person.is_superuser:
                continue
            share = 0.02 if person.is_superuser else self._diligence[person.pk]
            for submission in reviewable_by(person).order_by("due_at", "submitted_at", "pk"):
                if self._random.random() < share:
                    self._look_at(submission, person)

    def intrude(self) -> None:
        """Let somebody try to decide on just anything."""
        waiting = list(Submission.objects.awaiting_review().order_by("pk"))
        for _ in range(INTRUSIONS if waiting else 0):
            self._decide(self._random.choice(waiting), self._random.choice(self._cast.everybody))

    def _look_at(self, submission: Submission, person: User) -> None:
        self._ledger.expect(
            f"{person} has {submission} on the desk without right", oracle.may_decide(person, submission)
        )
        if self._random.random() < 0.3:
            is_internal = self._random.random() < 0.5
            words = SECRET if is_internal else "When was it?"
            self._ledger.do("said", say, submission, person, words, is_internal=is_internal)
        if self._random.random() < 0.3 and self._ledger.do("claimed", claim_review, submission, person) is None:
            return
        chance = self._random.random()
        if chance < 0.05:
            self._hand_on(submission, person)
        elif chance < 0.1:
            self._ledger.do("given back", release_review, submission, person)
        elif chance < 0.9:
            self._decide(submission, person)

    def _hand_on(self, submission: Submission, person: User) -> None:
        colleague = self._random.choice(self._cast.everybody)
        right = oracle.may_decide(colleague, submission)
        done = self._ledger.do("handed on", hand_on, submission, person, colleague)
        self._ledger.expect(f"{submission} was handed to {colleague} without right", right or done is None)

    def _decide(self, submission: Submission, person: User) -> None:
        fresh = Submission.objects.get(pk=submission.pk)
        right = oracle.may_decide(person, fresh)
        self._ledger.expect(f"routing and design differ: {person}, {fresh}", may_review(person, fresh) == right)
        verdict = self._random.choices([v for v, _ in VERDICTS], [weight for _, weight in VERDICTS])[0]
        name = f"decided: {verdict.kind}" if right else "tried to decide without right"
        done = self._ledger.do(name, decide, fresh, person, verdict, fresh.revision_id)
        self._ledger.expect(f"{person} decided on {fresh} without right", right or done is None)
