"""The addresses of the review desk in the CMS."""

from django.urls import URLPattern, path

from library.moderation.desk import actions
from library.moderation.desk.page import review_view
from library.moderation.desk.preview import preview_view


def review_urls() -> list[URLPattern]:
    """The page of a submission, its preview and its buttons."""
    one = "review/<int:submission_id>/"
    return [
        path(one, review_view, name="review_submission"),
        path(f"{one}preview/", preview_view, name="review_preview"),
        path(f"{one}decide/", actions.decide_view, name="review_decide"),
        path(f"{one}claim/", actions.claim_view, name="review_claim"),
        path(f"{one}release/", actions.release_view, name="review_release"),
        path(f"{one}hand-on/", actions.hand_on_view, name="review_hand_on"),
        path(f"{one}say/", actions.say_view, {"is_internal": False}, name="review_say"),
        path(f"{one}note/", actions.say_view, {"is_internal": True}, name="review_note"),
    ]
