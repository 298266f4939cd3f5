"""What the editor of a resource shows, in the order in which a contributor thinks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.models.panels import CommentPanelPlaceholder

from library.admin.before_sending import BeforeSendingPanel
from library.admin.file_panel import FilesPanel
from library.admin.tree_picker import TreePicker

MAY_SET_ADDRESS = "library.change_topic"  # editors and administrators: whoever keeps order in the library

ADDRESS_AND_SCHEDULE: list[Any] = [
    FieldPanel("slug", permission=MAY_SET_ADDRESS),
    FieldPanel("review_by", permission=MAY_SET_ADDRESS),
    PublishingPanel(),
    CommentPanelPlaceholder(),
]


class TitlePanel(TitleFieldPanel):
    """The title; it fills in the address only where the address is on the form."""

    class BoundPanel(TitleFieldPanel.BoundPanel):
        """The panel in one form."""

        def get_attrs(self) -> dict[str, Any]:
            """Leave out Wagtail's script for a form without an address: it would look for the field in vain."""
            attrs: dict[str, Any] = super().get_attrs() if "slug" in self.form.fields else {}
            return attrs


def resource_panels(*parts: Any) -> list[Any]:
    """Return the panels of a type: what every resource has, around the parts the type is made of."""
    return [
        BeforeSendingPanel(heading=_("Before you send")),
        TitlePanel("title", classname="", placeholder=False, help_text=_("As people would say it to a colleague.")),
        FieldPanel("summary"),
        FieldPanel("language", classname="guess-language"),
        *parts,
        FilesPanel("files", "document", heading=_("Files"), label=_("File")),
        InlinePanel(
            "links", heading=_("Links"), label=_("Link"), help_text=_("Where it is on the web, if it is there as well.")
        ),
        FieldPanel(
            "topics", widget=TreePicker("labels", "label", _("Search topics, in any language")), required_on_save=False
        ),
        FieldPanel(
            "regions", widget=TreePicker("names", "name", _("Search countries and regions")), required_on_save=False
        ),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple, required_on_save=False),
        FieldPanel("licence"),
        FieldPanel("third_party_material"),
        FieldPanel("year"),
        InlinePanel(
            "people", heading=_("People"), label=_("Person"), help_text=_("Who made it, and whom to ask about it.")
        ),
        FieldPanel("cover"),
        FieldPanel("body"),
        FieldPanel("adapted_from"),
    ]


def training_panels() -> list[Any]:
    """Training material: what form it has, for whom, and what people learn."""
    return resource_panels(
        MultiFieldPanel(
            [
                FieldPanel("format"),
                FieldPanel("levels"),
                FieldPanel("duration_minutes"),
                FieldPanel("objectives"),
                FieldPanel("prerequisites"),
            ],
            heading=_("The training"),
        )
    )


def case_study_panels() -> list[Any]:
    """A case study: from the setting to the lessons."""
    return resource_panels(
        MultiFieldPanel(
            [FieldPanel(part) for part in ("setting", "challenge", "approach", "outcome")], heading=_("The case")
        ),
        InlinePanel(
            "measures", heading=_("Measures"), label=_("Measure"), help_text=_("What you counted, before and after.")
        ),
        FieldPanel("lessons"),
    )


def guide_panels() -> list[Any]:
    """A guide: its recommendations, then its version."""
    return resource_panels(
        InlinePanel(
            "recommendations",
            heading=_("Recommendations"),
            label=_("Recommendation"),
            min_num=1,
            help_text=_("One thing to do each, and how sure you are that it helps."),
        ),
        MultiFieldPanel([FieldPanel("version"), FieldPanel("what_changed")], heading=_("This version")),
    )


def event_panels() -> list[Any]:
    """An event: when, where, and what it is about."""
    return resource_panels(
        MultiFieldPanel(
            [FieldPanel(part) for part in ("start_date", "start_time", "end_date", "end_time", "time_zone")],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("online_link"), FieldPanel("recording_link")], heading=_("Where")
        ),
        InlinePanel(
            "cites", heading=_("What it is about"), label=_("Resource"), help_text=_("Resources it presents or uses.")
        ),
    )
