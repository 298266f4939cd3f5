"""A tree of values to choose from: the top, and what stands below the values that are open."""

from collections import defaultdict

from search.presentation.options import FacetOption, OptionList, OptionMaker, split
from search.vocabulary.snapshot import Vocabulary

TOP_SHOWN, BRANCH_SHOWN = 8, 12  # before "show more"; a branch is open because somebody wants to look inside
VALUES_BEHIND_MORE = 24
VALUES_IN_TREE = 64  # all levels together; the Caribbean, the widest region, has 28 countries
VALUES_UNASKED = 48  # up to here a tree comes whole, closed, to be opened in place: continents with their regions fit


def tree_of(make: OptionMaker, vocabulary: Vocabulary) -> OptionList:
    """Return the tree of the answer's values; whatever is chosen is in it, and what stands above that is open."""
    tree = _Tree(make, vocabulary)
    return tree.branch(tree.top, 0)


class _Tree:
    """Grows the tree from the top; ``room`` is how many values may still be added."""

    def __init__(self, make: OptionMaker, vocabulary: Vocabulary) -> None:
        self.make, self.room = make, VALUES_IN_TREE
        self.path = {above for code in make.chosen for above in vocabulary.ancestors(make.facet, code)}
        self.below: dict[str | None, list[str]] = defaultdict(list)
        terms = vocabulary.terms(make.facet)
        for code in (*make.counts, *sorted(self.path.difference(make.counts))):
            if term := terms.get(code):
                self.below[term.parent].append(code)
        self.top = self._top()
        self.levels_unasked = self._levels_unasked()

    def _top(self) -> str | None:
        """Return the code below which choices begin: "World" holds everything, choosing it says nothing."""
        top: str | None = None
        while len(only := self.below[top]) == 1 and self.below[only[0]] and only[0] not in self.make.chosen:
            top = only[0]
        return top

    def _levels_unasked(self) -> int:
        level, values, levels = self.below[self.top], 0, 0
        while level and (values := values + len(level)) <= VALUES_UNASKED:
            levels += 1
            level = [code for parent in level for code in self.below.get(parent, ())]
        return levels

    def branch(self, parent: str | None, depth: int) -> OptionList:
        """Return what stands below a value, as far as there is room; on the way to what is chosen there always is."""
        shown = min(BRANCH_SHOWN if depth else TOP_SHOWN, self.room)
        first, more, left_out = split(
            self.below[parent], self.path, shown, min(VALUES_BEHIND_MORE, max(0, self.room - shown))
        )
        self.room = max(0, self.room - len(first) - len(more))
        options, hidden = (tuple(self._option(code, depth) for code in codes) for codes in (first, more))
        return OptionList(options, hidden, left_out, self.make.find_url if left_out else "")

    def _option(self, code: str, depth: int) -> FacetOption:
        opened = code in self.path
        grows = bool(self.below.get(code)) and (opened or depth + 1 < self.levels_unasked)
        return self.make(code, self.branch(code, depth + 1) if grows else None, opened=opened)
