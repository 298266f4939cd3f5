"""What may ask an administrator for something: in the review, among people, in the machinery; each with its age."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from library.admin.file_report import CANNOT_BE_SEARCHED
from library.models import LibraryDocument
from library.moderation.reports.open_now import Waiting, open_now
from library.moderation.reports.regions import vacancies
from library.moderation.reports.scope import Scope
from library.moderation.trust.propose import proposals
from network.leadership.territory import Territories
from network.models import JoinRequest, Leadership, Notification, NotificationState
from network.organisations.vacancies import without_coordinator
from search.models import IndexGeneration, IndexQueueEntry

ENDS_SOON = timedelta(days=30)  # time enough to find a successor
NOT_SENT = {
    NotificationState.FAILED: _("Mails that the mail server refused"),
    NotificationState.INTERRUPTED: _("Mails that were interrupted while they were sent"),
}


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that may ask for somebody: what it is, how many, since when, where to see it; quiet at nought."""

    words: Promise | str
    waiting: Waiting
    url: str

    @property
    def count(self) -> int:
        """How many."""
        return self.waiting.count


def concerns_of_review() -> Iterator[Concern]:
    """What waits at each step of the review; four SQL queries."""
    now, address = open_now(Scope(None)), reverse("report_submissions")
    yield Concern(_("Past due"), now.overdue, f"{address}?overdue=true")
    yield Concern(_("Waiting for review"), now.review, f"{address}?stage=review")
    yield Concern(_("Automatic checks that did not end within an hour"), now.checks, f"{address}?stage=checks")
    yield Concern(_("Changes asked for, not sent again yet"), now.sent_back, f"{address}?stage=sent-back")
    yield Concern(_("Appeals to answer"), now.appeals, f"{address}?afterwards=appeal")
    yield Concern(_("Spot checks to look at"), now.spot_checks, f"{address}?afterwards=spot-check")


def concerns_of_people(territories: Territories) -> Iterator[Concern]:
    """What is missing in the network, and who waits for an answer; twelve SQL queries."""
    vacant = Waiting(len(vacancies(territories)))
    yield Concern(_("Regions that nobody leads"), vacant, f"{reverse('report_regions')}?vacant=yes")
    soon = Leadership.objects.in_force().filter(until__lte=timezone.localdate() + ENDS_SOON)
    ending = Waiting(soon.count())
    yield Concern(_("Leaderships that end within a month"), ending, f"{reverse('leaderships:index')}?ordering=until")
    alone = Waiting(without_coordinator().count())
    yield Concern(_("Organisations without a coordinator"), alone, reverse("organisations_without_coordinator"))
    asked = Waiting.of(JoinRequest.objects.filter(at__isnull=True), "made_at")
    yield Concern(_("Requests to join"), asked, reverse("join_requests"))
    yield Concern(_("Proposals of trust"), Waiting(len(proposals())), reverse("trust_proposals"))


def concerns_of_machinery() -> Iterator[Concern]:
    """What the site could not do by itself; five SQL queries."""
    for state, words in NOT_SENT.items():
        mails = Waiting.of(Notification.objects.filter(state=state), "made_at")
        yield Concern(words, mails, f"{reverse('mails')}?state={state.value}")
    files = Waiting.of(LibraryDocument.objects.filter(state__in=CANNOT_BE_SEARCHED), "created_at")
    yield Concern(_("Files of which the search finds the title only"), files, reverse("report_files"))
    refused = Waiting.of(IndexQueueEntry.objects.filter(attempts__gt=0), "queued_at")
    yield Concern(_("Changes that the search refused"), refused, reverse("search_health"))
    last = IndexGeneration.objects.order_by("-pk").first()
    has_failed = last is not None and last.state == IndexGeneration.State.FAILED
    failed = Waiting(1, last.finished_at) if last and has_failed else Waiting()
    yield Concern(_("Rebuild of the search that failed"), failed, reverse("search_health"))
