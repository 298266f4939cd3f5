"""A page in the CMS that asks something before a verb is called; what the verb refuses is said above the form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g

from network.users.models import User

type Carry = Callable[[dict[str, Any]], object]


def reader_of(request: HttpRequest) -> User:
    """Return who asks for a page of the CMS; raises ``PermissionDenied`` for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def sent_with(request: HttpRequest) -> Any:
    """Return what a form is bound to: what was sent, or nothing where a page was only opened."""
    return request.POST if request.method == "POST" else None


def carried_out(form: forms.Form, verb: Carry) -> bool:
    """Tell whether a form was sent, valid, and the verb did what it says; a refusal is shown above the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        verb(form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, " ".join(refusal.messages))
        return False
    return True


def ask(
    request: HttpRequest,
    form: forms.Form,
    title: str,
    *,
    back: tuple[str, str],
    template: str = "network/admin/form.html",
    **context: Any,
) -> HttpResponse:
    """Show a form below a heading; ``back`` is the label and the address of the page it was opened from.

    ``intro`` says what follows, ``button`` what the button does; another ``template`` extends the usual one.
    """
    label, address = back
    context |= {
        "form": form,
        "back": address,
        "header_title": title,
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": address, "label": label},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, template, context)
