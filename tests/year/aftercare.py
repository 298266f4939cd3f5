"""What follows decisions: appeals and their answers, second looks at what was published on trust, dates that come."""

from random import Random

from django.utils import timezone

from library.models import Appeal, Decision, DecisionKind, ModerationSettings, ResourcePage, SpotCheck, Stage
from library.upkeep.appeal import answer_appeal, make_appeal
from library.upkeep.remind import ask_what_is_due, due_for_review
from library.upkeep.spot_checks import close_spot_check
from library.upkeep.still_right import confirm_still_right
from network.models import User
from tests.year import oracle
from tests.year.cast import Cast
from tests.year.ledger import Ledger

MONTHS = 3  # until what is published is looked at again, so that a year sees it happen
OPEN_TO_APPEAL = {DecisionKind.DECLINE: Stage.DECLINED, DecisionKind.UNPUBLISH: Stage.UNPUBLISHED}


class Aftercare:
    """Anybody tries, and the verbs say whose it is; the oracle says whether they were right."""

    def __init__(self, random: Random, cast: Cast, ledger: Ledger) -> None:
        """Set the time until a second look, and draw more of what is published on trust."""
        self._random, self._cast, self._ledger = random, cast, ledger
        settings = ModerationSettings.load()
        settings.review_after_months, settings.sample_percent = MONTHS, 30
        settings.save()

    def look_after(self) -> None:
        """Do what a day brings."""
        self._appeal()
        for appeal in Appeal.objects.filter(at__isnull=True).order_by("pk"):
            self._answer(appeal, self._anybody())
        for check in SpotCheck.objects.filter(at__isnull=True).order_by("pk"):
            self._look(check, self._anybody())
        self._ledger.figures["asked whether it is still right"] += ask_what_is_due()
        self._confirm()

    def _anybody(self) -> User:
        return self._random.choice(self._cast.everybody)

    def _appeal(self) -> None:
        """Let one in twelve of the decisions that stand be appealed against, over the days that they stand."""
        for kind, stage in OPEN_TO_APPEAL.items():
            for decision in Decision.objects.filter(kind=kind, submission__stage=stage, appeal=None).order_by("pk"):
                if self._random.random() < 0.01:
                    author = decision.submission.author or self._anybody()
                    person = self._random.choice([author, self._anybody()])
                    self._ledger.do(f"appealed: {kind}", make_appeal, decision, person, "It is right as it is.")

    def _answer(self, appeal: Appeal, person: User) -> None:
        right = oracle.may_answer(person, appeal)
        granted = self._random.random() < 0.5
        name = f"answered: {'granted' if granted else 'rejected'}"
        done = self._ledger.do(name, answer_appeal, appeal, person, "I have looked.", is_granted=granted)
        self._ledger.expect(f"{person} answered the appeal about {appeal} without right", right or done is None)

    def _look(self, check: SpotCheck, person: User) -> None:
        own = oracle.own(person, check.submission)
        done = self._ledger.do("looked at afterwards", close_spot_check, check, person, is_fine=True)
        self._ledger.expect(f"{person} looked at their own {check} afterwards", done is None or not own)

    def _confirm(self) -> None:
        """Let some of those asked say that it is still right; the others do not answer."""
        for page in due_for_review(timezone.localdate()).order_by("pk"):
            if self._random.random() < 0.1:
                self._confirm_one(page, self._random.choice([page.owner or self._anybody(), self._anybody()]))

    def _confirm_one(self, page: ResourcePage, person: User) -> None:
        right = person.is_superuser or person in oracle.caretakers(page)
        done = self._ledger.do("still right", confirm_still_right, page, person)
        self._ledger.expect(f"{person} confirmed {page} without right", right or done is None)
