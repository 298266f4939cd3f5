"""Every check, in the order in which findings are shown."""

from library.moderation.checks.base import Check
from library.moderation.checks.complete import PartsOfType, RequiredFields
from library.moderation.checks.duplicates import Duplicates
from library.moderation.checks.files import FilesReadable
from library.moderation.checks.language import LanguageAsDeclared
from library.moderation.checks.licence import LicenceChosen, ThirdPartyMaterial
from library.moderation.checks.links import LinksAlive
from library.moderation.checks.personal.check import PersonalData
from library.moderation.checks.pictures import PicturesOfPeople
from library.moderation.checks.spam import SpamSigns
from library.moderation.checks.suspicious import SuspiciousLinks

CHECKS: tuple[Check, ...] = (
    RequiredFields(),
    PartsOfType(),
    LicenceChosen(),
    FilesReadable(),
    PersonalData(),
    PicturesOfPeople(),
    ThirdPartyMaterial(),
    LanguageAsDeclared(),
    Duplicates(),
    LinksAlive(),
    SuspiciousLinks(),
    SpamSigns(),
)


def check_by_id(check_id: str) -> Check | None:
    """Return the check of that name, if there still is one."""
    return next((check for check in CHECKS if check.id == check_id), None)
