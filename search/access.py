"""Access: what a viewer may see; the first filter of every search."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import PageViewRestriction

from network.models import User


@dataclass(frozen=True, slots=True)
class Access:
    """The view restrictions a viewer passes.

    A document carries the ids of all restrictions on its page and the pages above; it may be seen by who passes every
    one of them. A restriction unknown here is one that is not passed: in doubt the answer is no.
    """

    passed: frozenset[int] = frozenset()

    def allows(self, restrictions: frozenset[int] | tuple[int, ...]) -> bool:
        """Tell whether a document with these restrictions may be seen."""
        return self.passed.issuperset(restrictions)


VISITOR = Access()


def access_for(request: HttpRequest) -> Access:
    """Return what the person behind a request may see. No query for visitors, one for members."""
    session_key = PageViewRestriction.passed_view_restrictions_session_key
    by_password = request.session.get(session_key, []) if request.COOKIES else []
    user = request.user
    if not user.is_authenticated and not by_password:
        return VISITOR
    return Access(frozenset(_passed_restrictions(user, by_password)))


def access_of(user: User) -> Access:
    """Return what a user may see outside of a request, without passwords typed in a session."""
    return Access(frozenset(_passed_restrictions(user, [])))


def _passed_restrictions(user: User | AnonymousUser, by_password: list[int]) -> list[int]:
    passes = Q(pk__in=by_password, restriction_type=PageViewRestriction.PASSWORD)
    if user.is_authenticated:
        passes |= Q(restriction_type=PageViewRestriction.LOGIN)
        groups = Q(restriction_type=PageViewRestriction.GROUPS)
        passes |= groups if user.is_superuser else groups & Q(groups__user=user)
    return list(PageViewRestriction.objects.filter(passes).values_list("pk", flat=True).distinct())
