"""The mail of an invitation: it goes to somebody who may have no account, so it is sent at once."""

import logging

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from network.joining.models import Invitation

logger = logging.getLogger(__name__)


class InvitationNotMailed(Exception):
    """The mail server does not answer, or refuses the mail; inviting again makes a new link."""


def mail_invitation(invitation: Invitation, token: str) -> None:
    """Send the link, as text and as HTML; the token is nowhere else. Raises ``InvitationNotMailed``."""
    path = reverse("accept_invitation", args=[token])
    context = {
        "invitation": invitation,
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    subject = " ".join(render_to_string("mail/invitation.subject.txt", context).split())
    message = EmailMultiAlternatives(subject, render_to_string("mail/invitation.txt", context), to=[invitation.email])
    message.attach_alternative(render_to_string("mail/invitation.html", context), "text/html")
    try:
        message.send()
    except OSError as error:  # that smtplib's are, too
        logger.warning("Invitation %s was not mailed: %s", invitation.pk, error)
        raise InvitationNotMailed from error
