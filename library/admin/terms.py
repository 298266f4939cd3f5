"""Topics, regions, audiences and licences in the CMS."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from library.admin.vocabulary import USED_BY, TreeIndexView, VocabularyIndexView, VocabularyViewSet
from library.languages import language_choices
from library.models import Audience, Licence, Topic
from library.taxonomy.tree import paths, would_circle
from network.models import Region


def language_select() -> forms.Select:
    """A list of languages by name, where the model keeps a code."""
    return forms.Select(choices=sorted(language_choices(), key=lambda choice: str(choice[1]).casefold()))


class TreeForm(WagtailAdminModelForm):
    """A term of a tree: its parent is chosen by its whole path, and never from below the term itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = type(self.instance)
        self.terms = list(model._default_manager.prefetch_related("labels" if model is Topic else "names"))
        field: Any = self.fields["parent"]
        field.choices = [("", _g("Nothing: it stands at the top")), *paths(self.terms)]

    def clean_parent(self) -> Any:
        """Refuse a parent that stands below the term."""
        parent = self.cleaned_data["parent"]
        if parent and self.instance.pk and would_circle(self.terms, self.instance.pk, parent.pk):
            raise ValidationError(
                _g("“%(parent)s” is “%(term)s” itself or stands below it, and nothing can be a part of itself.")
                % {"parent": parent, "term": self.instance}
            )
        return parent


class TopicIndexView(TreeIndexView):
    """Topics by tree, found by any label."""

    prefetch = ("labels",)


class RegionIndexView(TreeIndexView):
    """Regions by tree, found by any name."""

    prefetch = ("names",)
    paginate_by = 300


class AudienceIndexView(VocabularyIndexView):
    """Audiences, found by any label."""

    prefetch = ("labels",)


class TopicViewSet(VocabularyViewSet):
    """The tree of topics."""

    model = Topic
    name = "topics"
    icon = "tag"
    menu_label: Any = _("Topics")
    index_view_class = TopicIndexView
    list_display = [
        "name",
        Column("slug", label=_("Short name"), sort_key="slug"),
        USED_BY,
    ]
    search_fields = ["name", "slug", "labels__label"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldPanel("description"),
            FieldPanel("parent", help_text=_("Choose another one to move the topic with all that is below it.")),
            InlinePanel(
                "labels",
                panels=[FieldPanel("language", widget=language_select()), FieldPanel("kind"), FieldPanel("label")],
                heading=_("Labels"),
                label=_("Label"),
                help_text=_(
                    "The preferred label is shown in that language; alternative labels are other words people use, "
                    "and lead the search here."
                ),
            ),
        ],
        base_form_class=TreeForm,
    )


class RegionViewSet(VocabularyViewSet):
    """The tree of regions."""

    model = Region
    name = "regions"
    icon = "globe"
    menu_label: Any = _("Regions")
    index_view_class = RegionIndexView
    list_display = [
        "name",
        Column("code", label=_("Code"), sort_key="code"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        USED_BY,
    ]
    search_fields = ["name", "code", "names__name"]
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("name", "code", "kind", "parent", "m49", "alpha2", "alpha3")),
            InlinePanel(
                "names",
                panels=[FieldPanel("language", widget=language_select()), FieldPanel("name")],
                heading=_("Names in other languages"),
                label=_("Name"),
            ),
        ],
        base_form_class=TreeForm,
    )


class AudienceViewSet(VocabularyViewSet):
    """For whom resources are."""

    model = Audience
    name = "audiences"
    icon = "group"
    menu_label: Any = _("Audiences")
    index_view_class = AudienceIndexView
    list_display = ["name", "slug", USED_BY]
    search_fields = ["name", "slug", "labels__label"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            InlinePanel(
                "labels",
                panels=[FieldPanel("language", widget=language_select()), FieldPanel("label")],
                heading=_("Names in other languages"),
                label=_("Name"),
            ),
        ]
    )


class LicenceViewSet(VocabularyViewSet):
    """Under which terms resources may be reused."""

    model = Licence
    name = "licences"
    icon = "openquote"
    menu_label: Any = _("Licences")
    list_display = ["name", "spdx", Column("meaning", label=_("What it means")), USED_BY]
    search_fields = ["name", "spdx"]
    form_fields = [
        "name",
        "spdx",
        "url",
        "reuse_allowed",
        "attribution_required",
        "commercial_use",
        "derivatives_allowed",
        "share_alike",
    ]
