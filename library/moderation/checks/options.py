"""What a check is tuned to: what an administrator has set, and for the rest what its class says."""

from typing import Any

from library.moderation.checks.base import Check
from library.moderation.checks.models import CheckSetting


def options_of(check: Check, setting: CheckSetting | None) -> dict[str, Any]:
    """Return the options of a check; what is stored in another shape than the default's is passed over."""
    stored = setting.options if setting and isinstance(setting.options, dict) else {}
    return {
        name: stored[name] if _is_like(stored.get(name), option.default) else option.default
        for name, option in check.options.items()
    }


def _is_like(value: Any, default: int | tuple[str, ...]) -> bool:
    if isinstance(default, int):
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
