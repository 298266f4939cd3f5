"""A finding in words: what was found, what to do, and where."""

from dataclasses import dataclass

from django.utils.translation import gettext as _g

from library.moderation.checks.models import Finding, Level
from library.moderation.checks.places import field_label
from library.moderation.checks.registry import check_by_id
from library.moderation.checks.run import FAILED


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as its reader sees it, in their language."""

    check_id: str
    level: Level
    field: str
    field_label: str
    message: str
    remedy: str

    @property
    def words(self) -> str:
        """Both sentences."""
        return f"{self.message} {self.remedy}".strip()


def note_of(finding: Finding) -> Note:
    """Return the words for a finding; also where its check is gone, or could not be made."""
    check = check_by_id(finding.check_id)
    data = finding.data if isinstance(finding.data, dict) else {}
    if check is None:
        message, remedy = _g("A check that is no longer made found something."), ""
    elif data.get(FAILED):
        message, remedy = (
            _g("“%s” could not be checked.") % check.label,
            _g("It holds nothing up: a person looks at it."),
        )
    else:
        message, remedy = check.message(data), check.remedy(data)
    return Note(
        check_id=finding.check_id,
        level=Level(finding.level),
        field=finding.field,
        field_label=field_label(finding.field) if finding.field else "",
        message=message,
        remedy=remedy,
    )
