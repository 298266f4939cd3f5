"""Every check, in the order in which findings are shown."""

from library.moderation.checks.base import Check

CHECKS: tuple[Check, ...] = ()
