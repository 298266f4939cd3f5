"""Who may decide, worked out a second time and as plainly as can be, from the words of the design alone."""

from django.contrib.auth.models import Group

from library.models import Decision, DecisionKind, Submission
from network.models import Leadership, Membership, Region, User
from network.rights import EDITORS


def own(person: User, submission: Submission) -> bool:
    """Tell whether it is somebody's own: they sent it, or the page is theirs."""
    owner = submission.page.owner_id if submission.page else None
    return person.pk in (submission.author_id, owner)


def may_decide(person: User, submission: Submission) -> bool:
    """Tell whether somebody may decide on what is in review."""
    if not person.is_active or own(person, submission):
        return False
    approved = Decision.objects.filter(submission=submission, kind=DecisionKind.APPROVE, by=person)
    if approved.filter(revision=submission.revision_id).exists():
        return False
    return person.is_superuser or person in deciders(submission)


def deciders(submission: Submission) -> set[User]:
    """Return who decides: leaders and editors of another organisation; where there are none, colleagues."""
    authors = {person for person in User.objects.all() if own(person, submission)}
    members = Membership.objects.filter(organisation=submission.organisation_id)
    colleagues = {membership.person for membership in members.select_related("person")}
    regions = list(submission.regions.all())
    strangers = {person for region in regions for person in _answering(region, authors | colleagues, submission)}
    return strangers or {person for region in regions for person in _answering(region, authors, submission)}


def _answering(region: Region, excluded: set[User], submission: Submission) -> set[User]:
    """Return who answers for a region: the nearest leaders, one level more and editors when it was escalated."""
    editors = set(Group.objects.get(name=EDITORS).user_set.filter(is_active=True)) - excluded
    levels: list[set[User]] = []
    step: Region | None = region
    while step is not None:
        here = Leadership.objects.in_force().filter(region=step, person__is_active=True).select_related("person")
        if leaders := {leadership.person for leadership in here} - excluded:
            levels.append(leaders)
        step = step.parent
    found = set[User]().union(*levels[: 1 if submission.escalation == 0 else 2])
    return found | editors if not found or submission.escalation == 2 else found
