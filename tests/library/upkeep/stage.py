"""Something published through the review, in the network of the tests of the review."""

from wagtail.models import Page

from library.models import CaseStudyPage, DecisionKind, Submission
from library.moderation.decide import Verdict, decide
from network.models import OrganisationPage
from tests.library.moderation.stage import Network, after_commit


def published(network: Network, organisation: OrganisationPage | None = None) -> CaseStudyPage:
    """Return a case study that the review has published."""
    page = network.draft(organisation)
    submission = network.send(page)
    by = network.leader_be if organisation is None else network.administrator
    after_commit(decide, submission, by, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    return again(page)


def again(page: Page | None) -> CaseStudyPage:
    """Return a page as it is in the database."""
    assert page is not None
    found: CaseStudyPage = CaseStudyPage.objects.get(pk=page.pk)
    return found


def declined(network: Network) -> Submission:
    """Return a submission that the leader of Belgium has declined."""
    submission = network.send(network.draft())
    verdict = Verdict(DecisionKind.DECLINE, words="This is an advertisement.")
    after_commit(decide, submission, network.leader_be, verdict, submission.revision_id)
    submission.refresh_from_db()
    return submission
