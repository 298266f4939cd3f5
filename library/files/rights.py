"""Who may open a file: whoever may see a published page that uses it, and those who made or review it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, ReferenceIndex, TaskState
from wagtail.permissions import policy_registry
from wagtail.wagtail_hooks import require_wagtail_login

from library.files.models import LibraryDocument
from library.resources.base import ResourceFile


def pages_using(document: LibraryDocument) -> QuerySet[Page]:
    """Return the pages that use a file, as an attachment or from within their text, as they are in the database."""
    attached = ResourceFile.objects.filter(document=document).values_list("page_id", flat=True)
    page_type = ReferenceIndex._get_base_content_type(Page)
    linked = ReferenceIndex.get_references_to(document).filter(base_content_type=page_type)
    keys = {*attached, *(int(key) for key in linked.values_list("object_id", flat=True))}
    found: QuerySet[Page] = Page.objects.filter(pk__in=keys)
    return found


def may_see(page: Page, request: HttpRequest) -> bool:
    """Tell whether the person behind a request may see a published page, every restriction above it included."""
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def may_open(document: LibraryDocument, request: HttpRequest) -> bool:
    """Tell whether the person behind a request may open a file."""
    pages = list(pages_using(document))
    if any(page.live and may_see(page, request) for page in pages):
        return True
    user = request.user
    if not (user.is_authenticated and user.is_active):
        return False
    if user.is_superuser or document.uploaded_by_user_id == user.pk:
        return True
    policy = policy_registry.get_by_type(LibraryDocument)
    if policy.user_has_any_permission_for_instance(user, ["change", "choose"], document):
        return True
    return any(page.permissions_for_user(user).can_edit() for page in pages) or _reviews(request, document)


def _reviews(request: HttpRequest, document: LibraryDocument) -> bool:
    """Tell whether the file is in a revision that waits for this person's review; it may be in no page yet."""
    attached = f'"document": {document.pk}'
    waiting = TaskState.objects.reviewable_by(request.user).annotate(
        content=Cast("revision__content", TextField())  # SQLite cannot look inside JSON by itself
    )
    return bool(waiting.filter(Q(content__contains=attached + ",") | Q(content__contains=attached + "}")).exists())


def refuse_strangers(document: LibraryDocument, request: HttpRequest) -> HttpResponse | None:
    """Answer for a file that may not be opened: the way to log in, or 403; None lets Wagtail serve it."""
    if may_open(document, request):
        return None
    if not request.user.is_authenticated:
        response: HttpResponse = require_wagtail_login(next=request.get_full_path())
        return response
    raise PermissionDenied
