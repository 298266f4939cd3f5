"""What waits for a decision: which resources are in review, since when, and whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import GroupApprovalTask, Page, TaskState, get_default_page_content_type

from network.models import OrganisationPage, User


@dataclass(frozen=True, slots=True)
class Waiting:
    """A resource in review. ``holders`` are the groups whose turn it is; ``asked`` is what was asked for."""

    page: Page
    since: datetime
    holders: tuple[str, ...]
    sent_back: bool
    asked: str = ""
    organisation: OrganisationPage | None = None


def awaiting_review_by(user: User, most: int) -> tuple[list[Waiting], int]:
    """Return what somebody can decide on, oldest first, and how much there is; a constant number of SQL queries."""
    states = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type=get_default_page_content_type()
    )
    shown = list(states.select_related("workflow_state").order_by("started_at")[:most])
    pages = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in shown])
    specific = {page.pk: page for page in Page.objects.filter(pk__in=pages).specific()}
    organisations = _organisations_of(specific.values())
    holders = _holders(shown)
    found = [
        _waiting(specific[int(state.workflow_state.object_id)], state, holders, organisations)
        for state in shown
        if int(state.workflow_state.object_id) in specific
    ]
    return found, states.count()


def _waiting(
    page: Page,
    state: TaskState,
    holders: dict[int, tuple[str, ...]],
    organisations: dict[str, OrganisationPage] | None = None,
) -> Waiting:
    return Waiting(
        page=page,
        since=state.started_at,
        holders=holders.get(state.task_id, ()),
        sent_back=state.status == TaskState.STATUS_REJECTED,
        asked=state.comment if state.status == TaskState.STATUS_REJECTED else "",
        organisation=(organisations or {}).get(page.path[: -Page.steplen]),
    )


def _holders(states: Iterable[TaskState | None]) -> dict[int, tuple[str, ...]]:
    keys = {state.task_id for state in states if state}
    tasks = GroupApprovalTask.objects.filter(pk__in=keys).prefetch_related("groups")
    return {task.pk: tuple(group.name for group in task.groups.all()) for task in tasks}


def _organisations_of(pages: Iterable[Page]) -> dict[str, OrganisationPage]:
    above = {page.path[: -Page.steplen] for page in pages}
    return {page.path: page for page in OrganisationPage.objects.filter(path__in=above)}
