"""Sending again from the editor, where nothing holds Wagtail's several steps together in one transaction."""

import pytest

from library.models import DecisionKind, Stage
from library.moderation.decide import Verdict, decide
from tests.library.moderation.stage import Network, make_network

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def network(transactional_db: None) -> Network:
    """The network, in a database that commits."""
    return make_network()


def test_what_is_sent_again_is_checked_and_comes_back_to_the_reviewers(network: Network) -> None:
    page = network.draft()
    page.get_workflow().start(page, network.author)
    submission = page.submissions.get()
    assert submission.stage == Stage.REVIEW
    decide(submission, network.leader_be, Verdict(DecisionKind.CHANGES, words="Name the ward."), submission.revision_id)
    page.current_workflow_state.resume(network.author)
    submission.refresh_from_db()
    assert (submission.stage, submission.round) == (Stage.REVIEW, 2)
    decide(submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    page.refresh_from_db()
    assert page.live
