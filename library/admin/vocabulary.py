"""What every vocabulary has in the CMS: a list with search and usage, and deletion that says why not."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from library.taxonomy.tree import in_reading_order
from library.taxonomy.usage import resources_url, uses_of, with_resource_count


def used_by(term: Any) -> str:
    """Return how many resources use a term, as a link to them."""
    if not term.resource_count:
        return "0"
    return format_html('<a href="{}">{}</a>', resources_url(term), term.resource_count)


def indented(term: Any) -> str:
    """Return a term's name, moved in by its depth in the tree."""
    return "\u2003" * getattr(term, "tree_depth", 0) + str(term)


USED_BY = Column("used_by", label=_("Resources"), accessor=used_by, width="10%")


class VocabularyIndexView(generic.IndexView):
    """Terms with the number of resources that use them; the search box looks into every language."""

    model: Any
    search_fields: Any
    prefetch: Sequence[str] = ()
    is_searchable = True
    show_other_searches = True

    def _get_title_column(self, field_name: str, column_class: type[Column] = TitleColumn, **kwargs: Any) -> Column:
        column: Column = super()._get_title_column(field_name, column_class, **kwargs)
        column.accessor = indented  # in the editor's language, whatever the field it is sorted by
        return column

    def get_base_queryset(self) -> QuerySet[Any]:
        """Count uses and fetch names with the terms."""
        return with_resource_count(self.model._default_manager.all()).prefetch_related(*self.prefetch)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep terms in one of whose names or labels the words stand."""
        if not self.is_searching:
            return queryset
        wanted = Q()
        for field in self.search_fields:
            wanted |= Q(**{f"{field}__icontains": self.search_query})
        return queryset.filter(pk__in=self.model._default_manager.filter(wanted).values("pk"))


class TreeIndexView(VocabularyIndexView):
    """The same in the order of the tree, each term moved in by its depth."""

    paginate_by = 100

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Put the terms into the order of the tree, unless the editor has asked for another one."""
        if self.is_explicitly_ordered:
            return super().paginate_queryset(queryset, page_size)
        ordered = []
        for depth, term in in_reading_order(queryset):
            term.tree_depth = depth
            ordered.append(term)
        return super().paginate_queryset(ordered, page_size)


class VocabularyDeleteView(generic.DeleteView):
    """Refuses to delete what is used, and says by how much and where."""

    template_name = "library/admin/vocabulary/confirm_delete.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what uses the term."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        uses = uses_of(self.object)
        return {**context, "uses": uses, "is_protected": bool(uses)}

    def form_valid(self, form: Form) -> HttpResponse:
        """Delete, or show the reason why not (409)."""
        if uses_of(self.object):
            return self.render_to_response(self.get_context_data(form=form), status=409)
        response: HttpResponse = super().form_valid(form)
        return response


class VocabularyViewSet(ModelViewSet):
    """Base of the vocabularies."""

    index_view_class: type[generic.IndexView] = VocabularyIndexView
    delete_view_class = VocabularyDeleteView
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    model: type[Model]
