"""The limited search in the database, for the time the engine is out of reach: words in title and summary.

The query language is understood as ever; what is missing is stems, synonyms, ranking and everything but these two
columns.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from library.models import RESOURCE_TYPES, ResourcePage
from network.models import OrganisationPage
from search.access import Access
from search.document import ResourceDocument
from search.engine import Fragment, Hit, ResultPage
from search.index.builder import build_documents
from search.index.predicate import indexable_resources
from search.params import PAGE_SIZE, SearchParams, Years
from search.question.ask import ask
from search.question.nodes import AllOf, AnyOf, Choice, InYears, Node, NoneOf, Question, Words
from search.visibility import visible
from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary, get_vocabulary

MAX_WORDS = 8  # each word is a scan of two columns
Values = tuple[str, ...]


def search_database(params: SearchParams, access: Access, vocabulary: Vocabulary = NO_VOCABULARY) -> ResultPage:
    """Answer with resources whose title or summary holds every word; no facets, no typing mistakes forgiven.

    The filter by level is left out: levels are a list inside a column that databases search differently.
    """
    asked = _matching(ask(params.q, vocabulary=vocabulary))
    found = visible(indexable_resources(), access).filter(asked, _filters(params)).distinct()
    order = ("title", "pk") if params.sort == "title" else ("-first_published_at", "-pk")
    ids = list(found.order_by(*order).values_list("pk", flat=True)[params.offset : params.offset + PAGE_SIZE])
    documents = {document.page_id: document for document in build_documents(ids)}
    hits = tuple(_plain_hit(documents[pk]) for pk in ids if pk in documents)
    return ResultPage(params, total=found.count(), hits=hits, limited=True, engine="database")


def _plain_hit(document: ResourceDocument) -> Hit:
    return Hit(document, (Fragment(document.title),), (Fragment(document.summary),))


def _matching(question: Question) -> Q:
    if question.empty and question.text.strip():
        return Q(pk__in=[])  # signs only: no word, no match
    wanted = [_node(node) for node in (*question.free[:MAX_WORDS], *question.required)]
    return _all(wanted) & _all([~_node(node) for node in question.excluded])


def _node(node: Node) -> Q:
    match node:
        case Words():
            return _words(node)
        case Choice(facet, codes):
            return _LOOKUPS[facet](codes)
        case InYears(years):
            return _in_years(years)
        case AllOf(parts):
            return _all([_node(part) for part in parts])
        case AnyOf(parts):
            return _any([_node(part) for part in parts])
        case NoneOf(parts):
            return _all([~_node(part) for part in parts])


def _words(node: Words) -> Q:
    """Look for every word, or for a phrase as it is written."""
    columns = ("title",) if node.title else ("title", "summary")
    texts = [" ".join(node.words)] if node.phrase else node.words
    return _all([_any([Q(**{f"{column}__icontains": text}) for column in columns]) for text in texts])


def _all(conditions: Sequence[Q]) -> Q:
    return reduce(and_, conditions, Q())


def _any(conditions: Sequence[Q]) -> Q:
    return reduce(or_, conditions, Q())


def _filters(params: SearchParams) -> Q:
    """Values of one facet by OR, facets by AND; an unknown value finds nothing, as in the engines."""
    by_facet = (_LOOKUPS[facet](params.chosen(facet)) for facet in _LOOKUPS if params.chosen(facet))
    return reduce(and_, by_facet, _in_years(params.year) if params.year else Q())


def _in_section(slugs: Values) -> Q:
    organisations = OrganisationPage.objects.live().filter(slug__in=slugs)
    sections = [ResourcePage.objects.all().child_of_q(organisation) for organisation in organisations]
    return reduce(or_, sections, Q(pk__in=[]))


def _below(facet: str, codes: Values) -> list[str]:
    vocabulary = get_vocabulary()
    return [code for code in vocabulary.terms(facet) if set(vocabulary.ancestors(facet, code)).intersection(codes)]


def _of_type(keys: Values) -> Q:
    models = [model for key, model in RESOURCE_TYPES.items() if key in keys]
    return Q(content_type__in=ContentType.objects.get_for_models(*models).values())


def _in_years(years: Years) -> Q:
    ends = {"year__gte": years.first, "year__lte": years.last}
    return Q(**{lookup: year for lookup, year in ends.items() if year is not None})


_LOOKUPS: dict[str, Callable[[Values], Q]] = {
    "type": _of_type,
    "topic": lambda slugs: Q(topics__slug__in=_below("topic", slugs)),
    "region": lambda codes: Q(regions__code__in=_below("region", codes)),
    "language": lambda codes: Q(language__in=codes),
    "audience": lambda slugs: Q(audiences__slug__in=slugs),
    "organisation": _in_section,
    "files": lambda values: Q(files__isnull=False) if "yes" in values else Q(pk__in=[]),
}
