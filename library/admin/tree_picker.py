"""A form widget to choose from a tree: topics, regions.

Rendered as nested lists of checkboxes, so that it works without a script and is read out as what it is; the script
beside it adds a search box, folding and a list of what is chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

type Row = tuple[int, int | None, str, str]


@dataclass(slots=True)
class Branch:
    """One term of the tree, as the template shows it."""

    key: int
    label: str
    words: str  # every label in every language, for the search box
    checked: bool = False
    children: list["Branch"] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether something below is chosen, so that the branch starts unfolded."""
        return any(child.checked or child.open for child in self.children)


def grow(terms: Iterable[Row], chosen: set[str]) -> list[Branch]:
    """Return the roots of a tree out of ``(key, parent's key, label, words)``; siblings are sorted by label.

    A term whose parent is missing or whose ancestors form a circle is shown at the top rather than lost.
    """
    rows = sorted(terms, key=lambda row: row[2].casefold())
    branches = {key: Branch(key, label, words, str(key) in chosen) for key, _parent, label, words in rows}
    parents = {key: parent for key, parent, _label, _words in rows}
    roots: list[Branch] = []
    for key, branch in branches.items():
        parent = parents[key]
        if parent is None or parent not in branches or _is_in_a_circle(key, parents):
            roots.append(branch)
        else:
            branches[parent].children.append(branch)
    return roots


def _is_in_a_circle(key: int, parents: dict[int, int | None]) -> bool:
    above = parents.get(key)
    for _step in range(len(parents)):
        if above is None or above == key:
            break
        above = parents.get(above)
    return above == key


class TreePicker(forms.CheckboxSelectMultiple):
    """Checkboxes in a tree, in two SQL queries whatever its size.

    For a field that chooses from terms with a ``name`` and a ``parent``; ``relation`` and ``attribute`` say where a
    term keeps its names in other languages (``labels``, ``label``), so that the search box finds it by any of them.
    """

    template_name = "library/admin/tree_picker.html"

    def __init__(self, relation: str, attribute: str, search_label: Any, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.relation, self.attribute, self.search_label = relation, attribute, search_label

    def rows(self) -> list[Row]:
        """Return ``(key, parent's key, label, words)`` for each term."""
        choices: Any = self.choices  # Django's iterator over a queryset; the annotation knows lists only
        return [
            (term.pk, term.parent_id, str(term), " ".join([term.name, *self._names(term)]))
            for term in choices.queryset.prefetch_related(self.relation)
        ]

    def _names(self, term: Any) -> list[str]:
        return [str(getattr(name, self.attribute)) for name in getattr(term, self.relation).all()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the tree instead of flat options."""
        widget_attrs = self.build_attrs(self.attrs, attrs)
        return {
            "widget": {"name": name, "id": widget_attrs.get("id", f"id_{name}"), "attrs": widget_attrs},
            "branches": grow(self.rows(), {str(key) for key in value or ()}),
            "search_label": self.search_label,
        }

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Render with the site's templates; Django's own renderer for forms does not look there."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    @property
    def media(self) -> forms.Media:
        """The script and style of the widget."""
        return forms.Media(js=["library/admin/tree-picker.js"], css={"all": ["library/admin/tree-picker.css"]})
