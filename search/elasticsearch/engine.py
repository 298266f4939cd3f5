"""The Elasticsearch engine: one question, one round trip, one page."""

from collections.abc import Sequence
from itertools import islice

from search.access import Access
from search.elasticsearch.bodies import Body
from search.elasticsearch.client import get_client, translated_errors
from search.elasticsearch.names import index_name, read_alias
from search.elasticsearch.query import bodies_of
from search.elasticsearch.related import related
from search.elasticsearch.results import ENGINE, Answer, complete, hit_of, page_of
from search.elasticsearch.suggestions import suggestions, titles_of
from search.engine import Ask, Hit, ResultPage, SuggestedTitle
from search.ranking import SITE, Ranking

WHOLE_ANSWERS = {"allow_partial_search_results": False}


class ElasticsearchEngine:
    """Answers questions from the index that the read alias of this version points to.

    ``generation`` is asked instead of the live one, where it is given.
    """

    name = ENGINE

    def __init__(self, generation: str | None = None, ranking: Ranking = SITE) -> None:
        """Take another generation and another ranking than the site's, to measure them."""
        self._generation = generation
        self._ranking = ranking

    @property
    def _index(self) -> str:
        return index_name(self._generation) if self._generation else read_alias()

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer questions; raises ``EngineUnavailable`` when there is no answer, a partial or a garbled one."""
        if not asks:
            return ()
        bodies = [bodies_of(ask, access, self._ranking) for ask in asks]
        answers = iter(self._answers([body for group in bodies for body in group]))
        with translated_errors():
            return tuple(
                page_of(ask, list(islice(answers, len(group)))) for ask, group in zip(asks, bodies, strict=True)
            )

    def _answers(self, bodies: Sequence[Body]) -> list[Answer]:
        searches = [part for body in bodies for part in (WHOLE_ANSWERS, body)]
        with translated_errors():
            answers: list[Answer] = get_client().msearch(index=self._index, searches=searches)["responses"]
            if len(answers) != len(bodies):
                raise ValueError(f"{len(bodies)} questions, {len(answers)} answers")
            return answers

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return resources by the beginnings of the words in their titles."""
        body = suggestions(text, access, limit)
        if body is None:
            return ()
        (answer,) = self._answers([body])
        with translated_errors():
            return titles_of(complete(answer))

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return resources near one; nothing where it is not in the index."""
        (answer,) = self._answers([related(self._index, page_id, access, limit)])
        with translated_errors():
            return tuple(map(hit_of, complete(answer)["hits"]["hits"]))
