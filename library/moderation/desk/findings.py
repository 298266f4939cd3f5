"""What the automatic checks found, in words."""

from dataclasses import dataclass

from library.moderation.checks.models import Finding, Level
from library.moderation.checks.registry import CHECKS
from library.moderation.submissions import Submission

GRAVEST_FIRST = (Level.BLOCK, Level.WARN, Level.INFO)


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """A finding with its sentences in the reader's language."""

    finding: Finding
    message: str
    remedy: str


def said_findings(submission: Submission) -> list[SaidFinding]:
    """Return what was found in the revision under review, gravest first; of checks that still exist. One SQL query."""
    checks = {check.id: check for check in CHECKS}
    found = [
        SaidFinding(each, checks[each.check_id].message(each.data), checks[each.check_id].remedy(each.data))
        for each in submission.findings.filter(revision=submission.revision_id)
        if each.check_id in checks
    ]
    return sorted(found, key=lambda said: GRAVEST_FIRST.index(Level(said.finding.level)))
