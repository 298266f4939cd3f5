"""Who may decide and know what, worked out again and as plainly as can be, from the words of the design."""

from django.contrib.auth.models import Group

from library.models import Appeal, Decision, DecisionKind, ResourcePage, Submission
from network.models import Leadership, Membership, Region, Role, User
from network.rights import ADMINISTRATORS, EDITORS


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


def is_on_the_authors_side(person: User, submission: Submission) -> bool:
    """Tell whether it is somebody's own or their organisation's."""
    members = Membership.objects.filter(organisation=submission.organisation_id, person=person)
    return own(person, submission) or members.exists()


def reads_notes(person: User, submission: Submission) -> bool:
    """Tell whether somebody reads what reviewers write among themselves: they decide or decided, or administer."""
    if not person.is_active or is_on_the_authors_side(person, submission):
        return False
    decided = Decision.objects.filter(submission=submission, by=person).exists()
    administers = person.is_superuser or person.groups.filter(name=ADMINISTRATORS).exists()
    return administers or decided or person in deciders(submission)


def converses(person: User, submission: Submission) -> bool:
    """Tell whether somebody reads the conversation: either side, and a colleague who is the only one to decide."""
    may = is_on_the_authors_side(person, submission) or reads_notes(person, submission)
    return person.is_active and (may or may_decide(person, submission))


def may_answer(person: User, appeal: Appeal) -> bool:
    """Tell whether somebody may answer an appeal: leaders and editors who had no part in it."""
    submission = appeal.decision.submission
    decided = Decision.objects.filter(submission=submission, by=person).exists()
    if not person.is_active or decided or person.pk == appeal.by_id or is_on_the_authors_side(person, submission):
        return False
    leads = Leadership.objects.in_force().filter(person=person).exists()
    return person.is_superuser or leads or person.groups.filter(name=EDITORS).exists()


def caretakers(page: ResourcePage) -> set[User]:
    """Return who looks after what is published: its owner and successor, and the coordinators."""
    coordinators = Membership.objects.filter(organisation=page.organisation, role=Role.COORDINATOR)
    people = {membership.person for membership in coordinators.select_related("person")}
    return people | {person for person in (page.owner, page.successor) if person}
