"""Every check, in the order in which findings are shown."""

from library.moderation.checks.base import Check
from library.moderation.checks.complete import PartsOfType, RequiredFields
from library.moderation.checks.files import FilesReadable
from library.moderation.checks.language import LanguageAsDeclared
from library.moderation.checks.licence import LicenceChosen, ThirdPartyMaterial
from library.moderation.checks.links import LinksAlive
from library.moderation.checks.pictures import PicturesOfPeople

CHECKS: tuple[Check, ...] = (
    RequiredFields(),
    PartsOfType(),
    FilesReadable(),
    LinksAlive(),
    LanguageAsDeclared(),
    LicenceChosen(),
    ThirdPartyMaterial(),
    PicturesOfPeople(),
)


def check_by_id(check_id: str) -> Check | None:
    """Return the check of that name, if there still is one."""
    return next((check for check in CHECKS if check.id == check_id), None)
