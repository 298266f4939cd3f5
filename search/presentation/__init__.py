"""From a ResultPage to what the results page shows: words instead of codes, links instead of parameters."""

from search.presentation.results import ResultsView, present

__all__ = ["ResultsView", "present"]
