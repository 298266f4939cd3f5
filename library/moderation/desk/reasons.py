"""The reasons for decisions, kept by editors and administrators in the CMS."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from library.moderation.decisions import DecisionKind, DecisionReason

GIVEN_BY_REVIEWERS = (DecisionKind.PUBLISH, DecisionKind.CHANGES, DecisionKind.DECLINE)


class DecisionReasonViewSet(ModelViewSet):
    """Reasons are switched off rather than deleted: the log refers to them."""

    model = DecisionReason
    name = "decision_reasons"
    icon = "list-ul"
    menu_label: Any = _("Reasons for decisions")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ["label", "kind", "is_active", "sort_order"]
    list_filter = ["kind", "is_active"]
    search_fields = ["label", "label_nl"]
    form_fields = ["kind", "label", "label_nl", "is_active", "sort_order"]
