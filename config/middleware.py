"""Content-Security-Policy: strict for members, relaxed where the CMS editor needs it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware as DjangoCSPMiddleware
from django.utils.csp import CSP, build_policy


class ContentSecurityPolicyMiddleware(DjangoCSPMiddleware):
    """Sends ``SECURE_CSP`` on the public site and ``ADMIN_CSP`` under ``/admin/``.

    Wagtail's date pickers and preview panel use inline scripts and styles; nothing of the public site does.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Set the header; a response that carries a policy of its own keeps it."""
        if request.path.startswith("/admin/"):
            policy: dict[str, list[str]] = settings.ADMIN_CSP
            response.headers.setdefault(CSP.HEADER_ENFORCE.value, build_policy(policy))
        return super().process_response(request, response)
