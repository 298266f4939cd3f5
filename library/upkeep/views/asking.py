"""What the forms of this folder share: a page in the CMS with a form, and a refusal that becomes a sentence on it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g

from library.moderation.refusals import Refusal

type Carry = Callable[[dict[str, Any]], object]


def carried_out(form: forms.Form, verb: Carry) -> bool:
    """Tell whether a form was valid and the verb did what it says; a refusal is shown above the form."""
    if not form.is_valid():
        return False
    try:
        verb(form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def ask(request: HttpRequest, form: forms.Form | None, title: str, button: str, **context: Any) -> HttpResponse:
    """Show a form with what it is about."""
    context |= {
        "form": form,
        "button": button,
        "header_title": title,
        "header_icon": "clipboard-list",
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": _g("Home")}, {"url": "", "label": title}],
    }
    return TemplateResponse(request, "library/upkeep/form.html", context)
