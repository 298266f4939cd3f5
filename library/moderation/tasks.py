"""The two steps of the review as types of Wagtail's workflow tasks: automatic checks, then the leaders of the region.

Decisions are made on the review desk (``decide.py``), not in the editor: the page is locked for everybody while it is
in review, so that what is decided on is what was sent. Whoever may decide may open the editor to read it.
"""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, WorkflowState

from library.moderation.lock import ReviewLock
from network.users.models import User

if TYPE_CHECKING:
    from django.db.models import QuerySet


class LockingTask(Task):
    """A step during which nobody changes the page."""

    lock_class = ReviewLock

    def locked_for_user(self, obj: Page, user: User) -> bool:
        """Lock it for everybody: who wants to change it takes it back first."""
        return True

    class Meta:
        abstract = True


class AutomaticChecksTask(LockingTask):
    """The first step: the site looks at what was sent, in the background, and sends back what is not complete."""

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Open the submission, and let the checks run after the commit."""
        from library.moderation.submit import submit

        state: TaskState = super().start(workflow_state, user=user)
        submit(state, user)
        return state

    @classmethod
    def get_description(cls) -> str:
        """Return what an administrator reads when choosing a type of task."""
        return str(_("The site checks what was sent, and sends back what is not complete"))

    class Meta:
        verbose_name = _("automatic checks")


class RegionalReviewTask(LockingTask):
    """The second step: the leaders of the nearest region decide, or the network's editors where there are none."""

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Put the submission on the desks; what was changed since it was checked is checked first."""
        from library.moderation.arrive import arrive, step_to_repeat

        if (checks := step_to_repeat(workflow_state)) is not None:
            repeated: TaskState = checks.start(workflow_state, user=user)
            return repeated
        state: TaskState = super().start(workflow_state, user=user)
        arrive(state)
        return state

    def user_can_access_editor(self, obj: Page, user: User | AnonymousUser) -> bool:
        """Let those read it who may decide on it."""
        return isinstance(user, User) and any(state for state in self._reviewable(user).for_instance(obj)[:1])

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> "QuerySet[TaskState]":
        """Return what waits for this person."""
        states: QuerySet[TaskState] = self._reviewable(user)
        return states

    def _reviewable(self, user: User) -> Any:
        from library.moderation.routing import reviewable_by

        states = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        return states.filter(workflow_state__submission__in=reviewable_by(user).order_by())

    @classmethod
    def get_description(cls) -> str:
        """Return what an administrator reads when choosing a type of task."""
        return str(_("The leaders of the nearest region decide, or the network's editors where there are none"))

    class Meta:
        verbose_name = _("regional review")
