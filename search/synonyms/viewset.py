"""Synonyms in the CMS: a list of sets, a form for each, and a page that shows what a query becomes."""

from typing import Any

from django import forms
from django.urls import URLPattern, path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import HeaderButton

from library.languages import language_name
from search.languages import ANALYSED
from search.params import clean_text
from search.presentation.labels import Labels
from search.question.ask import ask
from search.synonyms.models import SynonymKind, SynonymSet
from search.synonyms.preview import preview
from search.vocabulary.snapshot import get_vocabulary

EVERY_LANGUAGE = _("Every language")
PREVIEW = "synonyms:preview"


def language_choices() -> list[tuple[str, Any]]:
    """Return the languages that a question can look like, in the order of their codes."""
    return [(code, lazy(language_name, str)(code)) for code in sorted(ANALYSED)]


class QueryForm(forms.Form):
    """A query to try, and the language of who asks it."""

    q = forms.CharField(label=_("Query"), required=False)
    language = forms.ChoiceField(label=_("Reader's language"), required=False, choices=language_choices)


class SynonymsIndexView(generic.IndexView):
    """The sets, with a way to try them."""

    def get_header_buttons(self) -> list[Any]:
        """Add the preview to what can be done."""
        try_them = HeaderButton(_("What a query becomes"), url=reverse(PREVIEW), icon_name="view")
        return [*super().get_header_buttons(), try_them]


class PreviewView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What a query becomes with the synonyms as they are now."""

    template_name = "search/synonyms/preview.html"
    page_title: Any = _("What a query becomes")
    header_icon = "view"
    permission_policy: Any = None
    any_permission_required = ("add", "change", "delete", "view")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, {"url": reverse("synonyms:index"), "label": _("Synonyms")}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Read the query in the address and say what it asks for."""
        asked = {"q": clean_text(self.request.GET.get("q", "")), "language": self.request.GET.get("language", "")}
        language = asked["language"] if asked["language"] in ANALYSED else "en"
        vocabulary = get_vocabulary()
        question = ask(asked["q"], language, vocabulary)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "form": QueryForm(initial=asked | {"language": language}),
            "preview": None if question.empty else preview(question, Labels(vocabulary, language)),
        }


class SynonymsViewSet(ModelViewSet):
    """Synonyms, below Settings."""

    model = SynonymSet
    name = "synonyms"
    icon = "resubmit"
    menu_label: Any = _("Synonyms")
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = SynonymsIndexView
    list_display = [
        "__str__",
        Column(
            "language", label=_("Language"), accessor=lambda kept: language_name(kept.language or "") or EVERY_LANGUAGE
        ),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
    ]
    list_filter = ["kind", "language"]
    search_fields = ["words", "stands_for"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("language", widget=forms.Select(choices=[("", EVERY_LANGUAGE), *language_choices()])),
            FieldPanel("kind", widget=forms.RadioSelect(choices=SynonymKind.choices)),
            FieldPanel("words", widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"})),
            FieldPanel("stands_for", widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})),
        ]
    )

    @property
    def preview_view(self) -> Any:
        """The page that shows what a query becomes."""
        return self.construct_view(PreviewView, permission_policy=self.permission_policy)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the preview."""
        return [path("preview/", self.preview_view, name="preview"), *super().get_urlpatterns()]
