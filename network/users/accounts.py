"""How accounts are kept by allauth: what we say differently, and whose addresses count as confirmed."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.account.utils import has_verified_email
from django.conf import settings
from django.db import transaction

from network.users.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Allauth's way, with the site's own name in its mails."""

    def render_mail(self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None) -> Any:
        """Render a mail that names the site as it names itself, not by its host."""
        site = SimpleNamespace(name=settings.WAGTAIL_SITE_NAME, domain=settings.WAGTAILADMIN_BASE_URL)
        return super().render_mail(template_prefix, email, {**context, "current_site": site}, headers)


@transaction.atomic
def vouch_for_address(person: User) -> None:
    """Make the address of an account its only one, and confirmed: somebody who may say so says whose it is."""
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=person.email.lower(), verified=True, primary=True)


def forget_former_addresses(person: User) -> None:
    """After a change of address by an administrator: the old one opens nothing, the new one is yet to be confirmed."""
    EmailAddress.objects.filter(user=person).exclude(email__iexact=person.email).delete()


def has_confirmed_address(person: User) -> bool:
    """Tell whether somebody has shown that the address of the account is theirs."""
    return bool(has_verified_email(person))
