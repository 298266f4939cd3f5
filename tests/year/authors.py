"""What people of the organisations do: write, send, answer, take back, send again."""

from random import Random
from typing import Any

from django.utils import timezone

from library.models import CaseStudyPage, Licence, ResourcePage, Stage, Submission, Topic
from network.models import Membership, OrganisationPage
from tests.factories import LicenceFactory, TopicFactory
from tests.year.cast import Cast
from tests.year.ledger import Ledger

WORDS = (
    "consent",
    "ward",
    "camera",
    "nurse",
    "patient",
    "story",
    "film",
    "photo",
    "rumour",
    "feed",
    "privacy",
    "listen",
    "answer",
    "plan",
    "campaign",
    "vaccine",
    "family",
    "child",
    "grief",
    "hope",
    "bus",
    "stop",
    "river",
    "clinic",
    "garden",
    "kitchen",
    "window",
    "music",
    "letter",
    "radio",
    "school",
    "market",
)


class Authors:
    """Write and send as many resources a day as the year asks for, and answer what comes back."""

    def __init__(self, random: Random, cast: Cast, ledger: Ledger) -> None:
        """Take the vocabulary that everything is tagged with."""
        self._random, self._cast, self._ledger = random, cast, ledger
        self._licence: Licence = LicenceFactory()
        self._topics: list[Topic] = [TopicFactory() for _ in range(5)]

    def share(self) -> None:
        """Write a resource and send it; one in twelve stays a draft, one in ten is not complete."""
        membership = self._random.choice(list(Membership.objects.filter(person__is_active=True).order_by("pk")))
        page = self._draft(membership)
        if self._random.random() < 0.08:
            self._ledger.count("kept as a draft")
        else:
            self._send(page)

    def answer(self) -> None:
        """Do something about what came back, was declined or is still waiting, a few of each."""
        for submission in self._some(Stage.SENT_BACK, 0.4):
            self._improve(submission) if self._random.random() < 0.9 else self._take_back(submission)
        for submission in self._some(Stage.REVIEW, 0.01):
            self._take_back(submission)
        for submission in self._some(Stage.CHECKS, 0.03):
            self._take_back(submission)
        for stage in (Stage.DECLINED, Stage.WITHDRAWN):
            for submission in self._some(stage, 0.004):
                self._improve(submission)
        for submission in self._some(Stage.PUBLISHED, 0.001):
            self._improve(submission)

    def _some(self, stage: Stage, share: float) -> list[Submission]:
        keys = Submission.objects.filter(stage=stage, page__isnull=False).order_by("pk").values_list("pk", flat=True)
        chosen = [key for key in keys if self._random.random() < share]
        return list(Submission.objects.filter(pk__in=chosen).order_by("pk").select_related("page"))

    def _draft(self, membership: Membership) -> ResourcePage:
        organisation: OrganisationPage = membership.organisation
        words = self._random.sample(WORDS, 8)
        page = CaseStudyPage(
            title=" ".join(words[:4]).capitalize(),
            summary=f"What we learned about {' and '.join(words)}.",
            language="en",
            year=timezone.localdate().year,
            licence=None if self._random.random() < 0.1 else self._licence,
            live=False,
            owner=membership.person,
            **{part: f"<p>{' '.join(self._random.sample(WORDS, 12))}.</p>" for part in PARTS},
        )
        page.topics = [self._random.choice(self._topics)]
        regions = [organisation.home_region] if organisation.home_region else []
        if self._random.random() < 0.2:
            regions = self._random.sample(sorted(self._cast.regions.values(), key=lambda region: region.code), 2)
        page.regions = regions
        organisation.add_child(instance=page)
        page.save_revision(user=membership.person)
        self._ledger.count("written")
        return page

    def _send(self, page: ResourcePage) -> None:
        """Send as the editor does: begin the workflow, or go on with the one that stopped."""
        person: Any = page.owner
        if not page.permissions_for_user(person).can_submit_for_moderation():
            self._ledger.count("could not be sent")
            return
        state = page.current_workflow_state
        if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
            self._ledger.do("sent again", state.resume, person)
        else:
            self._ledger.do("sent", page.get_workflow().start, page, person)

    def _improve(self, submission: Submission) -> None:
        page: ResourcePage = CaseStudyPage.objects.get(pk=submission.page_id).get_latest_revision_as_object()
        if not page.permissions_for_user(page.owner).can_edit():
            self._ledger.count("could not be edited")
            return
        if self._random.random() < 0.8:
            page.licence = self._licence
            page.summary = f"{page.summary[:300]} Improved."
            page.save_revision(user=page.owner)
        self._send(page)

    def _take_back(self, submission: Submission) -> None:
        page = CaseStudyPage.objects.get(pk=submission.page_id)
        state = page.current_workflow_state
        if state is not None and state.user_can_cancel(page.owner):
            self._ledger.do("taken back", state.cancel, user=page.owner)


PARTS = ("setting", "challenge", "approach", "outcome", "lessons")
