"""Appealing against a decision, and answering an appeal."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _g
from wagtail.admin import messages

from library.moderation.after_publication import Appeal
from library.moderation.converse import may_converse
from library.moderation.decisions import Decision
from library.upkeep.answering import may_answer
from library.upkeep.appeal import answer_appeal, make_appeal, may_appeal
from library.upkeep.forms import AnswerForm, AppealForm
from library.upkeep.views.asking import ask, carried_out
from network.models import User


def make_appeal_view(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show a decision to those concerned, with the appeal against it: the form, or what was said and answered."""
    decision = get_object_or_404(Decision.objects.select_related("submission__page"), pk=decision_id)
    user = request.user
    if not isinstance(user, User) or not may_converse(user, decision.submission):
        raise PermissionDenied
    form = AppealForm(request.POST or None) if may_appeal(user, decision) else None
    if form and form.is_bound and carried_out(form, lambda said: make_appeal(decision, user, said["words"])):
        messages.success(request, _g("Your appeal is made. A leader of another region answers it; you will be told."))
        return redirect("wagtailadmin_home")
    appeal = Appeal.objects.filter(decision=decision).first()
    title = decision.submission.title
    return ask(request, form, _g("Appeal"), _g("Appeal"), about=title, decision=decision, appeal=appeal)


def answer_appeal_view(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """Show an appeal to those who may answer it, and take their answer."""
    appeals = Appeal.objects.select_related("decision__submission__page", "by")
    appeal = get_object_or_404(appeals, pk=appeal_id)
    user = request.user
    if not isinstance(user, User) or not (may_answer(user, appeal) or appeal.answered_by_id == user.pk):
        raise PermissionDenied
    form = AnswerForm(request.POST or None) if appeal.at is None else None
    if form and form.is_bound and carried_out(form, lambda said: answer_appeal(appeal, user, **said)):
        messages.success(request, _g("Your answer is given; those concerned are told."))
        return redirect("second_look")
    about = appeal.decision.submission.title
    return ask(
        request, form, _g("Answer an appeal"), _g("Answer"), about=about, decision=appeal.decision, appeal=appeal
    )
