"""What the buttons of the review page do: each calls a verb; a refusal becomes a message, and nothing typed is lost."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from library.moderation.claim import claim_review, hand_on, release_review
from library.moderation.converse import say
from library.moderation.decide import decide
from library.moderation.desk.forms import DecisionForm, HandOnForm, MessageForm
from library.moderation.desk.page import show, submission_with
from library.moderation.desk.seat import take_seat
from library.moderation.refusals import Refusal
from library.moderation.submissions import Submission


def _done(request: HttpRequest, verb: Callable[[], object], words: str) -> bool:
    """Do something and say so, or say why it could not be done; return whether it was."""
    try:
        verb()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, words)
    return True


def _back(submission: Submission) -> HttpResponse:
    return redirect("review_submission", submission.pk)


@require_POST
def claim_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Take a submission."""
    submission = submission_with(submission_id)
    user = take_seat(request, submission).user
    _done(request, lambda: claim_review(submission, user), _g("You have it now. Others leave it to you."))
    return _back(submission)


@require_POST
def release_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Give a submission back."""
    submission = submission_with(submission_id)
    user = take_seat(request, submission).user
    _done(request, lambda: release_review(submission, user), _g("Given back. Any reviewer can take it."))
    return _back(submission)


@require_POST
def hand_on_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Hand a submission to a named colleague."""
    submission = submission_with(submission_id)
    user = take_seat(request, submission).user
    form = HandOnForm(submission, user, request.POST)
    if not form.is_valid():
        return show(request, submission, hand_on=form)
    colleague = form.cleaned_data["colleague"]
    _done(request, lambda: hand_on(submission, user, colleague), _g("%s has it now.") % colleague)
    return _back(submission)


@require_POST
def say_view(request: HttpRequest, submission_id: int, *, is_internal: bool) -> HttpResponse:
    """Add to the conversation, or a note for reviewers."""
    submission = submission_with(submission_id)
    user = take_seat(request, submission).user
    form = MessageForm(submission, user, is_internal=is_internal, data=request.POST)
    if form.is_valid():
        text, mentions = form.cleaned_data["text"], form.cleaned_data["mentions"]
        words = _g("Noted.") if is_internal else _g("Sent.")
        if _done(request, lambda: say(submission, user, text, is_internal=is_internal, mentions=mentions), words):
            return _back(submission)
    return show(request, submission, **{"note" if is_internal else "message": form})


@require_POST
def decide_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Decide; on success lead to the desk, where the next one waits."""
    submission = submission_with(submission_id)
    user = take_seat(request, submission).user
    form = DecisionForm(submission, submission.revision.as_object() if submission.revision else None, request.POST)
    if form.is_valid():
        verdict, seen = form.verdict(), form.cleaned_data["seen_revision"]
        words = _g("%(title)s: %(decision)s.") % {"title": submission.title, "decision": verdict.kind.label.lower()}
        if _done(request, lambda: decide(submission, user, verdict, seen), words):
            return redirect("review_desk")
    return show(request, submission_with(submission_id), decision=form)
