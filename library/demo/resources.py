"""Resources of the demo library: pages made, published and sent for review the way the CMS does it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision, TaskState, WorkflowState

from library.demo.attachments import attach_cover, attach_file
from library.demo.dates import publication_moment, submission_moment
from library.demo.details import DETAILS
from library.demo.markup import body_blocks
from library.demo.texts import ResourceText
from library.demo.vocabularies import Vocabularies
from library.models import (
    RESOURCE_TYPES,
    EventCitation,
    EventPage,
    ModerationSettings,
    ResourceFile,
    ResourceLink,
    ResourcePage,
    ResourcePerson,
    Stage,
    Submission,
)
from library.moderation.checks.run import run_checks
from library.moderation.working_days import add_working_days
from network.models import OrganisationPage, User


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where resources are put: the section of an organisation, and what they are tagged with."""

    organisation: OrganisationPage
    vocabularies: Vocabularies
    now: datetime

    def put(self, text: ResourceText, person: User, cited: Iterable[ResourcePage] = ()) -> ResourcePage:
        """Create a resource by somebody, in the state that its text asks for; return its page."""
        values = self._fields(text) | self._tags(text) | self._rows(text, person)
        if text.type == EventPage.type_key:
            values["cites"] = [EventCitation(resource=resource) for resource in cited]
        cover = attach_cover(text, self.organisation, person)
        page = RESOURCE_TYPES[text.type](**values, owner=person, cover=cover, live=False)
        self.organisation.add_child(instance=page)
        STATES[text.state](page, person, self.now)
        if text.private == PageViewRestriction.LOGIN:
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        return page

    def _fields(self, text: ResourceText) -> dict[str, Any]:
        return {
            "title": text.title,
            "slug": text.slug,
            "summary": text.summary,
            "language": text.language,
            "year": text.year,
            "body": body_blocks(text.body),
            **DETAILS[text.type](text.details, timezone.localdate(self.now)),
        }

    def _tags(self, text: ResourceText) -> dict[str, Any]:
        words = self.vocabularies
        return {
            "topics": [words.topics[slug] for slug in text.topics],
            "regions": [words.regions[code] for code in text.regions],
            "audiences": [words.audiences[slug] for slug in text.audiences],
            "licence": words.licences[text.licence],
        }

    def _rows(self, text: ResourceText, person: User) -> dict[str, Any]:
        documents = (attach_file(file, text.language, self.organisation, person) for file in text.files)
        return {
            "people": [ResourcePerson(**row) for row in text.people],
            "links": [ResourceLink(**row) for row in text.links],
            "files": [ResourceFile(document=document) for document in documents],
        }


def publish(page: ResourcePage, person: User, now: datetime) -> None:
    """Publish a page through a revision, as if it had come out at a moment of the last 18 months."""
    starts_on = page.start_date if isinstance(page, EventPage) else None
    moment = publication_moment(page.slug, page.year or now.year, now.date(), starts_on)
    page.first_published_at = moment
    page.save_revision(user=person).publish()
    _backdate(page, moment, last_published_at=moment)


def keep_as_draft(page: ResourcePage, person: User, now: datetime) -> None:
    """Leave a page as somebody's draft."""
    page.save_revision(user=person)
    _backdate(page, submission_moment(page.slug, now))


def send_for_review(page: ResourcePage, person: User, now: datetime) -> None:
    """Let somebody submit a page to the review that stands above it, some days ago."""
    page.save_revision(user=person)
    workflow = page.get_workflow()
    if workflow is None:
        raise LookupError("No review stands on the directory of organisations; set_up_site puts one there.")
    workflow.start(page, person)
    moment = submission_moment(page.slug, now)
    states = WorkflowState.objects.for_instance(page)
    TaskState.objects.filter(workflow_state__in=states).update(started_at=moment)
    states.update(created_at=moment)
    _bring_before_reviewers(page, moment)
    _backdate(page, moment)


def _bring_before_reviewers(page: ResourcePage, moment: datetime) -> None:
    """Let the checks run now instead of after the commit, and count the time to decide from the sending."""
    submission = Submission.objects.get(page=page.pk)
    run_checks(submission)
    due = add_working_days(moment, ModerationSettings.load().due_days)
    sent = Submission.objects.filter(pk=submission.pk)
    sent.update(opened_at=moment, submitted_at=moment, stage_since=moment)
    sent.filter(stage=Stage.REVIEW).update(due_at=due)


STATES = {"published": publish, "draft": keep_as_draft, "in-review": send_for_review}


def _backdate(page: ResourcePage, moment: datetime, **fields: datetime) -> None:
    """Give a page and its revision the moment of which Wagtail thinks that it is now."""
    Revision.objects.for_instance(page).update(created_at=moment)
    ResourcePage.objects.filter(pk=page.pk).update(latest_revision_created_at=moment, **fields)
