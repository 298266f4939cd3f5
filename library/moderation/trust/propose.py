"""What the records propose: more trust, or less. Nothing is stored: a proposal is gone when the record changes."""

from dataclasses import dataclass

from library.moderation.settings import ModerationSettings
from library.moderation.trust.record import Record, records
from network.models import OrganisationPage
from network.organisations.models import Trust

LADDER = (Trust.NEW, Trust.KNOWN, Trust.TRUSTED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """To give an organisation another trust level, for its record."""

    organisation: OrganisationPage
    record: Record
    to: Trust

    @property
    def raises(self) -> bool:
        """Whether it is more trust than before."""
        return LADDER.index(self.to) > LADDER.index(Trust(self.organisation.trust))


def proposals() -> list[Proposal]:
    """Return every proposal, by the name of the organisation; five SQL queries."""
    settings = ModerationSettings.load()
    found = records()
    organisations = OrganisationPage.objects.filter(pk__in=found).order_by("title", "pk")
    return [
        Proposal(organisation, found[organisation.pk], to)
        for organisation in organisations
        if (to := proposed_trust(Trust(organisation.trust), found[organisation.pk], settings))
    ]


def proposal_for(organisation: OrganisationPage) -> Proposal | None:
    """Return what the record of one organisation proposes."""
    record = records(organisation.pk).get(organisation.pk)
    to = proposed_trust(Trust(organisation.trust), record, ModerationSettings.load()) if record else None
    return Proposal(organisation, record, to) if record and to else None


def proposed_trust(trust: Trust, record: Record, settings: ModerationSettings) -> Trust | None:
    """Return the level that a record speaks for, one step up or down, or nothing.

    With the defaults a known organisation becomes trusted after 20 accepted, 10 % sent back at most, and new again
    when half of five or more answers sent something back.
    """
    step = LADDER.index(trust)
    if record.answers >= settings.lower_after and record.percent_sent_back >= settings.lower_percent:
        return LADDER[step - 1] if step else None
    wanted = {Trust.NEW: settings.known_after, Trust.KNOWN: settings.trusted_after}.get(trust)
    is_good = record.percent_sent_back <= settings.raise_percent
    return LADDER[step + 1] if wanted and is_good and record.accepted >= wanted else None
