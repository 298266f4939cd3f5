"""A person's answer to a proposal of trust: follow it, or leave the organisation where it is; each with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _g

from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.trust.propose import Proposal, proposal_for
from network.models import OrganisationPage, StandingChange, User
from network.organisations.models import Trust
from network.organisations.standing import change_standing, keep_trust, may_set_standing


@transaction.atomic
def answer_proposal(
    organisation: OrganisationPage, by: User, reason: str, *, to: Trust, follows: bool
) -> StandingChange:
    """Give an organisation the trust that was proposed, or keep it where it is; return the line of its history.

    ``to`` is the level that was proposed when the person looked. Raises ``NotYours``, ``Refusal`` without a reason,
    ``OvertakenByEvents`` when the record proposes something else by now.
    """
    if not may_set_standing(by, organisation):
        raise NotYours(
            _g("You do not decide on the trust in this organisation: administrators do, and nobody for their own.")
        )
    if not reason.strip():
        raise Refusal(_g("Say why: others will read it."))
    fresh = OrganisationPage.objects.select_for_update().get(pk=organisation.pk)
    _check_it_stands(proposal_for(fresh), to)
    if follows:
        return change_standing(fresh, by, reason.strip(), trust=to)[0]
    return keep_trust(fresh, by, reason.strip())


def _check_it_stands(proposal: Proposal | None, to: Trust) -> None:
    if proposal is None or proposal.to != to:
        raise OvertakenByEvents(_g("This is no longer proposed: somebody has decided, or the record has changed."))
