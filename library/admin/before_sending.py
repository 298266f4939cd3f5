"""The panel at the top of the editor that says what is missing before it can be sent, and why it came back."""

from typing import Any

from django import forms
from django.urls import reverse
from wagtail.admin.panels import Panel


class BeforeSendingPanel(Panel):
    """Shows the list for the last save; a script asks for it again while somebody writes."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in one form."""

        template_name = "library/admin/checks/before_sending.html"

        def is_shown(self) -> bool:
            """Leave it out while it is under review: nobody changes it then."""
            return not (self.instance.pk and self.instance.workflow_in_progress)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Look at the page, and read why it was sent back if it was."""
            from library.moderation.checks.admin.before_sending import before_sending
            from library.moderation.checks.admin.came_back import came_back

            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {
                "found": before_sending(self.instance, self.request, asks_links=False),
                "came_back": came_back(self.instance),
                "url": self._url(),
            }

        def _url(self) -> str:
            if self.instance.pk:
                return reverse("look_at_draft", args=[self.instance.pk])
            parent = getattr(self.form, "parent_page", None)
            return reverse("look_at_new", args=[self.instance.type_key, parent.pk]) if parent else ""

        @property
        def media(self) -> forms.Media:
            """The script and the style of the list."""
            ours = forms.Media(
                js=["library/admin/before-sending.js"], css={"all": ["library/admin/before-sending.css"]}
            )
            together: forms.Media = super().media + ours
            return together
