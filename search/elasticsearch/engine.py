"""The Elasticsearch engine: one question, one round trip, one page."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from search.access import Access
from search.elasticsearch.client import get_client, translated_errors
from search.elasticsearch.query import page_query
from search.elasticsearch.results import ENGINE, page_of
from search.engine import Ask, Hit, ResultPage, SuggestedTitle
from search.params import SearchParams
from search.ranking import SITE, Ranking


class ElasticsearchEngine:
    """Answers questions from the index that the read alias, named as the prefix in the settings, points to.

    ``generation`` is asked instead of the live one, where it is given.
    """

    name = ENGINE

    def __init__(self, generation: str | None = None, ranking: Ranking = SITE) -> None:
        """Take another generation and another ranking than the site's, to measure them."""
        self._generation = generation
        self._ranking = ranking

    @property
    def _index(self) -> str:
        prefix: str = settings.ELASTICSEARCH_PREFIX
        return f"{prefix}-{self._generation}" if self._generation else prefix

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer questions; raises ``EngineUnavailable`` when there is no answer, a partial or a garbled one."""
        return tuple(self._page(ask.params, access) for ask in asks)

    def _page(self, params: SearchParams, access: Access) -> ResultPage:
        searches: list[dict[str, Any]] = []
        for search in page_query(params, access).searches:
            searches += [{"allow_partial_search_results": False}, search.to_dict()]
        with translated_errors():
            answer = get_client().msearch(index=self._index, searches=searches)
            return page_of(params, answer["responses"])

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return resources by the beginnings of the words in their titles."""
        raise NotImplementedError

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return resources near one."""
        raise NotImplementedError
