"""What a reader of a resource may do with it here."""

from dataclasses import dataclass

from django import template
from django.template import Context

from library.contributing.copying import may_adapt, may_copy
from library.models import ResourcePage
from library.upkeep.standing import may_take_off
from network.models import User

register = template.Library()


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered beside a resource."""

    edit: bool = False
    copy: bool = False
    adapt: bool = False
    take_off: bool = False


@register.simple_tag(takes_context=True)
def offers(context: Context, page: ResourcePage) -> Offers:
    """Return what the reader may do; nothing, and no SQL query, for who is not logged in or has no business here."""
    user = getattr(context.get("request"), "user", None)
    if not isinstance(user, User) or not user.has_perm("wagtailadmin.access_admin"):
        return Offers()
    own = may_copy(user, page)
    adapt = not own and may_adapt(user, page)
    return Offers(edit=own, copy=own, adapt=adapt, take_off=page.live and may_take_off(user, page))
