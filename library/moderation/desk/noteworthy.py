"""The fields of a page on which a reviewer can leave a note: those its author fills in."""

from typing import Any

from wagtail.models import Page

NOT_FILLED_IN = frozenset({"slug", "owner", "successor", "go_live_at", "expire_at", "comment_notifications"})
COMMENTS = "wagtail_admin_comments"


def noteworthy_fields(page: Page) -> dict[str, str]:
    """Return names and labels of the fields of a page, in the order of its editor; rows by what they are called."""
    model: Any = type(page)
    options = model.get_edit_handler().get_form_options()
    fields = {
        name: str(model._meta.get_field(name).verbose_name)
        for name in options.get("fields", ())
        if name not in NOT_FILLED_IN
    }
    rows = {
        name: str(model._meta.get_field(name).related_model._meta.verbose_name_plural)
        for name in options.get("formsets", {})
        if name != COMMENTS
    }
    return {name: label[:1].upper() + label[1:] for name, label in (fields | rows).items()}
