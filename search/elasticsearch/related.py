"""What is near a resource: by the words of its texts, its topics and its regions, in one request.

The server reads the resource's own topics, regions and origin while it answers (terms lookup), so that nothing has to
be fetched first.
"""

from search.access import Access
from search.elasticsearch.analysis import OTHER
from search.elasticsearch.bodies import Body, Clause, filtered, term
from search.elasticsearch.clauses import visible
from search.elasticsearch.fields import text_field
from search.elasticsearch.query import NOT_SHOWN
from search.languages import ANALYSED, STOP_WORDS

TEXTS = [text_field(language, text) for language in (*ANALYSED, OTHER) for text in ("title", "summary", "body")]
TAGS = {"topic_tags": 4.0, "region_tags": 2.0}  # a topic in common is worth a rare word; a region says less
MOST_WORDS = 25  # of the resource, its most telling ones
NO_WORDS = sorted(STOP_WORDS)
SHARE = "20%"  # of these words, that a resource has to have in common; one or two are chance


def related(index: str, page_id: int, access: Access, limit: int) -> Body:
    """Return the search for what is near a resource of an index, without itself and what shares its origin."""
    itself = {"index": index, "id": str(page_id)}
    same_origin = {"terms": {"original": {**itself, "path": "original"}}}
    near = [_alike(itself), *(_tagged_alike(itself, field, boost) for field, boost in TAGS.items())]
    return {
        "query": filtered(
            [visible(access)],
            must=[{"bool": {"should": near, "minimum_should_match": 1}}],
            must_not=[term("page_id", page_id), same_origin],
        ),
        "size": limit,
        "_source": {"excludes": NOT_SHOWN},
        "track_total_hits": False,
    }


def _alike(itself: Body) -> Clause:
    like = [{"_index": itself["index"], "_id": itself["id"]}]
    words = {"max_query_terms": MOST_WORDS, "stop_words": NO_WORDS, "min_term_freq": 1, "min_doc_freq": 2}
    return {"more_like_this": {"fields": TEXTS, "like": like, "minimum_should_match": SHARE, **words}}


def _tagged_alike(itself: Body, field: str, boost: float) -> Clause:
    """Match resources that share a value; more in common and rarer ones count more, as words do."""
    like = [{"_index": itself["index"], "_id": itself["id"]}]
    every = {"min_term_freq": 1, "min_doc_freq": 1, "minimum_should_match": 1, "boost": boost}
    return {"more_like_this": {"fields": [field], "like": like, **every}}
