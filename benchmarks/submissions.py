"""Any number of submissions in all stages, with their pages, decisions and findings, written in bulk.

The same twelve organisations, their people and five leaders whatever the number; what was sent is spread over the last
twelve months, and one in eight waits for review. Each random choice is repeatable.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

from library.models import (
    CaseStudyPage,
    Decision,
    DecisionKind,
    Finding,
    ResourcePage,
    ResourceRegion,
    ResourceTopic,
    SpotCheck,
    Stage,
    Submission,
    SubmissionRegion,
    Topic,
)
from network.leadership.appoint import appoint_leader
from network.models import OrganisationIndexPage, OrganisationPage, Region, RegionKind, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from network.rights import ADMINISTRATORS

SEED = 5
ORGANISATIONS, TOPICS, TOPICS_OF_EACH = 12, 8, 4
STAGES = {  # in a hundred
    Stage.PUBLISHED: 70,
    Stage.REVIEW: 12,
    Stage.DECLINED: 8,
    Stage.WITHDRAWN: 5,
    Stage.SENT_BACK: 3,
    Stage.UNPUBLISHED: 2,
}
KINDS = {
    Stage.PUBLISHED: DecisionKind.PUBLISH,
    Stage.DECLINED: DecisionKind.DECLINE,
    Stage.SENT_BACK: DecisionKind.CHANGES,
    Stage.UNPUBLISHED: DecisionKind.UNPUBLISH,
    Stage.WITHDRAWN: DecisionKind.WITHDRAW,
}
LANGUAGES = ("en", "nl", "fr", "es", "pt", "sw")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is there: sections with their contributors, leaders of the continents, an administrator."""

    sections: list[tuple[OrganisationPage, list[User]]]
    leaders: list[User]
    administrator: User
    topics: list[Topic]


def set_cast() -> Cast:
    """Found the organisations below the directory, with three people each."""
    with_parts = Region.objects.filter(kind=RegionKind.CONTINENT, children__children__isnull=False).distinct()
    continents = list(with_parts.order_by("name"))[:5]
    countries = [list(Region.objects.filter(parent__parent=each).order_by("name")) for each in continents]
    directory = OrganisationIndexPage.objects.get()
    sections, leaders = [], []
    for number in range(ORGANISATIONS):
        home = countries[number % 5][number // 5]
        made = found_organisation(directory, f"Organisation {number}", home_region=home, trust=Trust.KNOWN)
        people = [_person(f"{number}-{each}") for each in range(3)]
        for place, person in enumerate(people):
            admit_member(made, person, Role.CONTRIBUTOR if place else Role.COORDINATOR)
        sections.append((made, people))
    for number, continent in enumerate(continents):
        leaders.append(_person(f"leader-{number}"))
        appoint_leader(sections[(number + 1) % ORGANISATIONS][0], leaders[-1], continent)
    administrator = _person("administrator")
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    return Cast(sections, leaders, administrator, list(_topics()))


def _person(name: str) -> User:
    person, _made = User.objects.get_or_create(email=f"{name}@bench.example", defaults={"first_name": name})
    return person


def _topics() -> Iterator[Topic]:
    for number in range(TOPICS):
        top = Topic.objects.create(slug=f"topic-{number}", name=f"Topic {number}")
        for part in range(TOPICS_OF_EACH):
            yield Topic.objects.create(slug=f"topic-{number}-{part}", name=f"Topic {number}, {part}", parent=top)


@transaction.atomic
def send_many(cast: Cast, first: int, last: int) -> None:
    """Write submissions number ``first`` to ``last``."""
    for section, people in cast.sections:
        numbers = [each for each in range(first, last) if cast.sections[each % ORGANISATIONS][0] == section]
        pages = _pages(section, people, numbers)
        _tag(pages, section, cast, numbers)
        _submissions(pages, section, cast, numbers)


def _stage(number: int) -> Stage:
    return random.Random(SEED + number).choices(list(STAGES), list(STAGES.values()))[0]


def _pages(section: OrganisationPage, people: list[User], numbers: list[int]) -> list[Page]:
    """Write pages with what belongs to each table; the tree's paths are counted, not asked for."""
    kind, locale, now = ContentType.objects.get_for_model(CaseStudyPage), Locale.objects.first(), timezone.now()
    section.refresh_from_db()
    pages = []
    for place, number in enumerate(numbers, section.numchild + 1):
        is_live, slug = _stage(number) == Stage.PUBLISHED, f"submission-{number}"
        sent = now - timedelta(days=number * 7 % 360)
        title = f"Asking before filming {number}"
        page = Page(title=title, draft_title=title, slug=slug, content_type=kind, locale=locale, live=is_live)
        page.path, page.depth = Page._get_path(section.path, section.depth + 1, place), section.depth + 1
        page.url_path, page.owner = f"{section.url_path}{slug}/", people[number // ORGANISATIONS % len(people)]
        page.first_published_at = page.last_published_at = sent if is_live else None
        page.latest_revision_created_at = sent
        pages.append(page)
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild + len(pages))
    for page, number in zip(pages, numbers, strict=True):
        language = LANGUAGES[number % len(LANGUAGES)]
        resource = ResourcePage(page_ptr_id=page.pk, language=language, summary="What we learned.")
        for row in (resource, CaseStudyPage(resourcepage_ptr_id=page.pk, id=page.pk)):
            row.save_base(raw=True, force_insert=True)
    return pages


def _tag(pages: Sequence[Page], section: OrganisationPage, cast: Cast, numbers: list[int]) -> None:
    """Give each page two topics and two countries of the section's continent."""
    neighbours = _neighbours(section)
    topics, regions = [], []
    for page, number in zip(pages, numbers, strict=True):
        chance = random.Random(SEED + number)
        topics += [ResourceTopic(resource_id=page.pk, topic=topic) for topic in chance.sample(cast.topics, 2)]
        regions += [ResourceRegion(resource_id=page.pk, region=region) for region in chance.sample(neighbours, 2)]
    ResourceTopic.objects.bulk_create(topics)
    ResourceRegion.objects.bulk_create(regions)


def _neighbours(section: OrganisationPage) -> list[Region]:
    home = section.home_region
    return list(Region.objects.filter(parent__parent=home.parent.parent)) if home and home.parent else []


def _submissions(pages: Sequence[Page], section: OrganisationPage, cast: Cast, numbers: list[int]) -> None:
    made = [_submission(*pair, section, cast) for pair in zip(pages, numbers, strict=True)]
    revisions = [_revision(page) for page in pages]
    Revision.objects.bulk_create(revisions)
    for submission, revision in zip(made, revisions, strict=True):
        submission.revision = revision
    Submission.objects.bulk_create(made)
    neighbours = _neighbours(section)
    places: list[SubmissionRegion] = []
    for submission, number in zip(made, numbers, strict=True):
        found = random.Random(SEED + number).sample(neighbours, 2)
        places += [SubmissionRegion(submission=submission, region=region) for region in found]
    SubmissionRegion.objects.bulk_create(places)
    decided = [pair for pair in zip(made, numbers, strict=True) if pair[0].stage in KINDS]
    Decision.objects.bulk_create([_decision(each, cast.leaders[number % 5]) for each, number in decided])
    waiting = [each for each in made if each.stage == Stage.REVIEW]
    Finding.objects.bulk_create(
        [Finding(submission=each, revision=each.revision, check_id="links", level="warn") for each in waiting]
    )
    drawn = [each for each in made if each.stage == Stage.PUBLISHED][::40]
    SpotCheck.objects.bulk_create([SpotCheck(submission=each) for each in drawn])


def _revision(page: Page) -> Revision:
    return Revision(
        content_type=page.content_type,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        content={},
        created_at=page.latest_revision_created_at or timezone.now(),
        user=page.owner,
    )


def _submission(page: Page, number: int, section: OrganisationPage, cast: Cast) -> Submission:
    chance, stage = random.Random(SEED + number), _stage(number)
    sent = page.latest_revision_created_at or timezone.now()
    answered = min(sent + timedelta(hours=chance.randrange(2, 400)), timezone.now())
    is_waiting, is_open = stage == Stage.REVIEW, stage in (Stage.REVIEW, Stage.SENT_BACK)
    submission = Submission(
        page=page, organisation=section, author=page.owner, title=page.title, type_key="case-study", language="en"
    )
    submission.stage, submission.stage_since = stage, sent if is_waiting else answered
    submission.opened_at = submission.submitted_at = sent
    submission.first_answer_at = None if stage in (Stage.REVIEW, Stage.WITHDRAWN) else answered
    submission.decided_at = None if is_open else answered
    if is_waiting:
        submission.due_at = sent + timedelta(days=7)
        if chance.random() < 0.3:
            submission.claimed_by, submission.claimed_at = chance.choice(cast.leaders), sent
    return submission


def _decision(submission: Submission, by: User) -> Decision:
    stage = Stage(submission.stage)
    return Decision(
        submission=submission,
        kind=KINDS[stage],
        by=by,
        by_name=str(by),
        at=submission.stage_since,
        words="Said why.",
        revision=submission.revision,
    )
