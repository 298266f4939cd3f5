"""How an organisation stands in the network: who changed its tier or trust, when and why."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from network.organisations.models import Membership, OrganisationPage, Tier, Trust
from network.rights import ADMINISTRATORS, EDITORS
from network.users.models import User


class StandingChange(models.Model):
    """A change of tier or trust; a line of a history that is only added to.

    Where ``before`` and ``after`` are the same somebody was asked for a change and decided against it.
    """

    organisation = models.ForeignKey(
        OrganisationPage, models.CASCADE, related_name="standing_changes", verbose_name=_("organisation")
    )
    aspect = models.CharField(_("what"), max_length=5, choices=[("tier", _("Tier")), ("trust", _("Trust"))])
    before = models.CharField(_("before"), max_length=10)
    after = models.CharField(_("after"), max_length=10)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = models.TextField(_("reason"), max_length=1000)

    class Meta:
        verbose_name = _("change of standing")
        verbose_name_plural = _("changes of standing")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.before} → {self.after}"

    @property
    def words_before(self) -> str:
        """What it was, in the reader's language."""
        return self._words(self.before)

    @property
    def words_after(self) -> str:
        """What it became, in the reader's language."""
        return self._words(self.after)

    def _words(self, value: str) -> str:
        kinds = {"tier": Tier, "trust": Trust}
        return str(dict(kinds[self.aspect].choices).get(value, value))


def may_set_standing(person: User, organisation: OrganisationPage) -> bool:
    """Tell whether somebody changes tier and trust of an organisation: administrators and editors, not of their own."""
    if not person.is_active:
        return False
    if person.is_superuser:
        return True
    if Membership.objects.filter(organisation=organisation, person=person).exists():
        return False
    return person.groups.filter(name__in=(ADMINISTRATORS, EDITORS)).exists()


@transaction.atomic
def change_standing(
    organisation: OrganisationPage, by: User, reason: str, *, tier: Tier | None = None, trust: Trust | None = None
) -> list[StandingChange]:
    """Change tier, trust or both, with a reason; return the lines added to the history, none where nothing changes.

    Raises ``PermissionDenied`` for who may not, ``ValidationError`` without a reason. The page is written outside of
    its revisions, which carry no standing of their own (see ``OrganisationPage.with_content_json``).
    """
    if not may_set_standing(by, organisation):
        raise PermissionDenied
    wanted = {"tier": tier, "trust": trust}
    fresh = OrganisationPage.objects.select_for_update().get(pk=organisation.pk)
    new = {name: str(value) for name, value in wanted.items() if value and value != getattr(fresh, name)}
    if new and not reason.strip():
        raise ValidationError({"reason": _g("Say why: others will read it.")})
    changes = [
        StandingChange(organisation=fresh, aspect=name, before=getattr(fresh, name), after=value, by=by, reason=reason)
        for name, value in new.items()
    ]
    StandingChange.objects.bulk_create(changes)
    OrganisationPage.objects.filter(pk=fresh.pk).update(**new)
    for name, value in new.items():
        setattr(organisation, name, value)
    return changes


def keep_trust(organisation: OrganisationPage, by: User, reason: str) -> StandingChange:
    """Note in the history that somebody looked at the trust in an organisation and left it as it is, and why.

    Raises ``PermissionDenied`` for who may not, ``ValidationError`` without a reason.
    """
    if not may_set_standing(by, organisation):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _g("Say why: others will read it.")})
    kept = organisation.trust
    return StandingChange.objects.create(
        organisation=organisation, aspect="trust", before=kept, after=kept, by=by, reason=reason
    )
