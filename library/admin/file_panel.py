"""The files of a resource: Wagtail's multiple chooser, with several uploads at once beside it."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _g
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, Panel

from network.models import OrganisationPage


class FileStatePanel(Panel):
    """Shows the state of the file that a row of the files panel names."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in one row."""

        template_name = "library/admin/file_state_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the file, the field that names it, and where its state is asked for."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["document"] = self.instance.document if self.instance.document_id else None
            context["field_id"] = self.form["document"].id_for_label
            context["url"] = reverse("file_state", args=[0])
            return context


class FilesPanel(MultipleChooserPanel):
    """Files can be dropped on it, or picked several at a time; each goes into the organisation's collection.

    Uploads go to Wagtail's own multiple upload, one request a file, so rights and checks are the same as there.
    """

    def __init__(self, relation_name: str, chooser_field_name: str | None = None, **options: Any) -> None:
        """Show each file with what became of reading it."""
        options.setdefault("panels", [FieldPanel(chooser_field_name), FileStatePanel()])
        super().__init__(relation_name, chooser_field_name, **options)

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        """The panel in one form."""

        template_name = "library/admin/file_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add where uploads go and what may be uploaded."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["upload"] = {
                "url": reverse("wagtaildocs:add_multiple"),
                "chosenUrl": reverse("wagtaildocs_chooser:chosen_multiple"),
                "collection": self._collection_id(),
                "maxBytes": settings.WAGTAILDOCS_MAX_UPLOAD_SIZE,
                "words": _words(),
            }
            context["accept"] = ",".join(f".{extension}" for extension in settings.WAGTAILDOCS_EXTENSIONS)
            context["max_size"] = filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
            return context

        def _collection_id(self) -> int | None:
            parent = getattr(self.form, "parent_page", None)
            organisation = parent and OrganisationPage.objects.filter(pk=parent.pk).first()
            return organisation.collection_id if organisation else None

        @property
        def media(self) -> forms.Media:
            """The scripts and styles of the panel and of the states in its rows."""
            names = ("file-drop", "file-state")
            scripts, styles = ([f"library/admin/{name}.{end}" for name in names] for end in ("js", "css"))
            ours = forms.Media(js=scripts, css={"all": styles})
            together: forms.Media = super().media + ours
            return together


def _words() -> dict[str, str]:
    return {
        "uploading": _g("being uploaded"),
        "done": _g("uploaded"),
        "tooLarge": _g("too large: %s at most").replace("%s", filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)),
        "failed": _g("could not be uploaded. Is the connection working? Try again."),
        "loggedOut": _g("could not be uploaded, because you are logged out. Log in in another window and try again."),
        "retry": _g("Try again"),
        "dismiss": _g("Dismiss"),
    }
