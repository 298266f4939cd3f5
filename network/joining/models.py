"""Coming in: asking to join, and being invited."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.organisations.models import OrganisationPage, Role
from network.regions.models import Region


class JoinRequest(models.Model):
    """Somebody asks to join with an organisation of the network, or with a new one; decided when ``at`` is set."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="join_requests", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        OrganisationPage,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="join_requests",
        verbose_name=_("organisation"),
    )
    new_name = models.CharField(_("name of the new organisation"), max_length=255, blank=True)
    new_website = models.URLField(_("its website"), blank=True)
    new_region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("its country")
    )
    words = models.TextField(_("about you"), max_length=2000, blank=True)
    made_at = models.DateTimeField(_("asked"), default=timezone.now)
    is_accepted = models.BooleanField(_("accepted"), null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | (~Q(new_name="") & Q(new_region__isnull=False)),
                name="join_request_names_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(at__isnull=True), name="join_request_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.organisation or self.new_name}"


class Invitation(models.Model):
    """A link that makes somebody a member once; only a hash of its token is kept."""

    organisation = models.ForeignKey(
        OrganisationPage, models.CASCADE, related_name="invitations", verbose_name=_("organisation")
    )
    email = models.EmailField(_("email address"))
    role = models.CharField(_("role"), max_length=11, choices=Role, default=Role.CONTRIBUTOR)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    made_at = models.DateTimeField(_("invited"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("accepted by")
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    objects: ClassVar[models.Manager["Invitation"]] = models.Manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_known"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_not_both_accepted_and_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.organisation}"
