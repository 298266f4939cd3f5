"""Waiting for files: what is in them is checked, so they are read first, but nobody waits for ever."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from library.files.states import FileState
from library.moderation.checks.material import Material
from library.moderation.submissions import Submission
from library.resources.base import ResourcePage

PATIENCE: Final = timedelta(minutes=10)  # reading takes half a minute a file, and three attempts


def must_wait(submission: Submission, page: ResourcePage) -> bool:
    """Tell whether a file of what was sent is still to be read, and it was sent a short while ago."""
    if timezone.now() - submission.submitted_at >= PATIENCE:
        return False
    return any(document.state == FileState.WAITING for document in Material(page).documents)
