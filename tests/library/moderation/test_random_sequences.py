"""Random people do random things to random resources; what the table of transitions does not allow never happens."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pytest_django import Settings

from library.models import Appeal, Decision, DecisionKind, ResourcePage, Stage, Submission
from library.moderation.refusals import Refusal
from library.moderation.transitions import DRAFT, TRANSITIONS, Side
from network.leadership.appoint import appoint_leader, end_leadership
from network.models import Leadership, OrganisationPage, User
from network.organisations.models import Trust
from tests.library.moderation.deeds import DEEDS
from tests.library.moderation.stage import Network
from tests.year import oracle

PEOPLE = ("visitor", "author", "coordinator", "leader_be", "leader_eu", "leader_ke", "editor", "administrator")
WHO = st.sampled_from(PEOPLE)
PAGE = st.sampled_from([0, 1, 2])


def make_machine(network: Network, stranger: User, leader_ke: User) -> type[RuleBasedStateMachine]:
    """Return the machine that plays in a network; what one run of it does is undone at its end."""

    class Sequences(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.undone = transaction.atomic()
            self.undone.__enter__()
            owners = (network.author, network.administrator, network.leader_be)
            self.keys = [network.draft(owner=owner, title=f"Draft {owner.pk}").pk for owner in owners]

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

        @rule(who=WHO, which=PAGE, deed=st.sampled_from(sorted(DEEDS)), colleague=WHO)
        def do(self, who: str, which: int, deed: str, colleague: str) -> None:
            person, page = self.person(who), self.page(which)
            before, sides = self.stage(page), self.sides(person, page)
            try:
                with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
                    done = DEEDS[deed](person, page, self.person(colleague)) is not False
            except (Refusal, ValidationError, PermissionDenied):
                done = False
            after = self.stage(page)
            assert done or after == before, f"{deed} was refused to {who}, yet moved {before} to {after}"
            if not done or deed == "edit":
                return
            lines = [line for line in TRANSITIONS if (line.before, line.action) == (before, deed)]
            assert any(line.side in sides and after in line.after for line in lines), (
                f"{who} as {sorted(sides)}: {deed} moved {before} to {after}"
            )

        @rule(trust=st.sampled_from(Trust.values))
        def change_trust(self, trust: str) -> None:
            OrganisationPage.objects.filter(pk=network.hospital.pk).update(trust=trust)

        @rule()
        def end_or_appoint(self) -> None:
            leadership = Leadership.objects.filter(person=network.leader_be).first()
            if leadership:
                end_leadership(leadership)
            else:
                appoint_leader(network.clinic, self.person("leader_be"), network.regions["be"])

        @invariant()
        def nothing_is_public_without_a_decision(self) -> None:
            for page in ResourcePage.objects.live():
                kinds = (DecisionKind.PUBLISH, DecisionKind.DIRECT, DecisionKind.RESTORE)
                decided = Decision.objects.filter(submission__page=page.pk, kind__in=kinds)
                assert decided.filter(revision=page.live_revision_id).exists()

        @invariant()
        def who_has_it_may_decide_when_it_is_open(self) -> None:
            assert not Submission.objects.exclude(stage=Stage.REVIEW).filter(claimed_by__isnull=False).exists()

        def person(self, who: str) -> User:
            others = {"visitor": stranger, "leader_ke": leader_ke}
            return User.objects.get(pk=(others.get(who) or getattr(network, who)).pk)

        def page(self, which: int) -> ResourcePage:
            page: ResourcePage = ResourcePage.objects.get(pk=self.keys[which]).specific
            return page

        def stage(self, page: ResourcePage) -> str:
            found = Submission.objects.filter(page=page.pk).order_by("pk").last()
            return found.stage if found else DRAFT

        def sides(self, person: User, page: ResourcePage) -> set[Side]:
            found = {Side.SITE}
            keepers = {network.coordinator.pk, network.editor.pk, network.administrator.pk}
            if person.pk in keepers or person.pk == page.owner_id == network.author.pk:
                found.add(Side.WRITER)
            if person.pk == network.administrator.pk:
                found.add(Side.PUBLISHER)
            submission = Submission.objects.filter(page=page.pk).order_by("pk").last()
            if submission is None:
                return found
            if person.pk in (submission.author_id, page.owner_id, submission.claimed_by_id):
                found.add(Side.HOLDER)
            if person in oracle.caretakers(page) or person.pk == submission.author_id:
                found |= {Side.KEEPER, Side.OWNER}
            if person.pk == network.administrator.pk or person in oracle.deciders(submission):
                found.add(Side.KEEPER)
            appeals = Appeal.objects.filter(decision__submission=submission)
            if any(oracle.may_answer(person, appeal) for appeal in appeals):
                found.add(Side.ARBITER)
            return found | ({Side.REVIEWER} if oracle.may_decide(person, submission) else set())

    return Sequences


@pytest.mark.django_db
def test_no_state_is_reached_that_the_table_does_not_allow(
    network: Network, django_user_model: type[User], settings_of_tests: Settings
) -> None:
    settings_of_tests.CHECKS_RUN = "worker"
    stranger = django_user_model.objects.create_user("stranger@example.org")
    leader_ke = django_user_model.objects.create_user("leader_ke@example.org")
    appoint_leader(network.clinic, leader_ke, network.regions["ke"])
    run_state_machine_as_test(
        make_machine(network, stranger, leader_ke),
        settings=settings(
            max_examples=30,
            stateful_step_count=30,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture
def settings_of_tests(request: pytest.FixtureRequest) -> Settings:
    """Django's settings, under a name that hypothesis leaves free."""
    found: Settings = request.getfixturevalue("settings")
    return found
