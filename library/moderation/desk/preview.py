"""What was sent, as members will see it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from library.moderation.desk.page import submission_with
from library.moderation.desk.seat import take_seat


@require_safe
@xframe_options_sameorigin
def preview_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Render the revision under review for those who review it or sent it, under the public site's strict policy.

    What the site says around it is in the reader's language in the CMS.
    """
    submission = submission_with(submission_id)
    take_seat(request, submission)
    if submission.revision is None:
        raise Http404
    page = submission.revision.as_object()
    cookies = request.COOKIES | {settings.LANGUAGE_COOKIE_NAME: get_language()}
    response: HttpResponse = page.make_preview_request(request, page.default_preview_mode, {"COOKIES": cookies})
    del response["X-Frame-Options"]  # set for the page itself; here it is shown within the review page
    return response
