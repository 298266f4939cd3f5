"""Organisations: a page that owns the section of the tree below it."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Collection, Page
from wagtail.search import index

from network.titles import CalledAsPublished

MAY_SET_STANDING = "network.change_membership"  # what administrators have, and nobody else


class Tier(models.TextChoices):
    """How an organisation belongs to the network."""

    APPLICANT = "applicant", _("Applicant")
    PARTNER = "partner", _("Partner")
    MEMBER = "member", _("Member")
    CHARTER = "charter", _("Charter member")


class Trust(models.TextChoices):
    """How closely what an organisation shares is reviewed."""

    NEW = "new", _("New")
    KNOWN = "known", _("Known")
    TRUSTED = "trusted", _("Trusted")


class Role(models.TextChoices):
    """What a person does in an organisation."""

    CONTRIBUTOR = "contributor", _("Contributor")
    COORDINATOR = "coordinator", _("Coordinator")


class OrganisationIndexPage(Page):
    """The directory; organisations stand below it, and the review workflow stands on it."""

    template = "network/organisation_index_page.html"
    max_count: Any = 1
    subpage_types: ClassVar = ["network.OrganisationPage"]

    class Meta:
        verbose_name = _("directory of organisations")


class OrganisationPage(CalledAsPublished, Page):
    """A member organisation; its contributors' rights end where its section ends."""

    template = "network/organisation_page.html"
    page_description = _("A hospital, patient organisation or network, with a section of its own")
    parent_page_types: ClassVar = ["network.OrganisationIndexPage"]

    summary = models.TextField(_("summary"), max_length=400, blank=True, help_text=_("One or two sentences."))
    description = RichTextField(
        _("description"),
        blank=True,
        features=["h3", "bold", "italic", "ol", "ul", "link"],
        help_text=_("What you do, for whom, and what others can learn from you."),
    )
    home_region = models.ForeignKey(
        "network.Region", models.PROTECT, null=True, related_name="organisations", verbose_name=_("country or region")
    )
    website = models.URLField(_("website"), blank=True)
    tier = models.CharField(_("membership tier"), max_length=10, choices=Tier, default=Tier.APPLICANT)
    trust = models.CharField(_("trust level"), max_length=10, choices=Trust, default=Trust.NEW)
    contributors = models.OneToOneField(Group, models.PROTECT, null=True, editable=False, related_name="+")
    coordinators = models.OneToOneField(Group, models.PROTECT, null=True, editable=False, related_name="+")
    collection = models.OneToOneField(Collection, models.PROTECT, null=True, editable=False, related_name="+")
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="network.Membership", related_name="organisations"
    )

    content_panels: list[Any] = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("home_region"),
        FieldPanel("website"),
        FieldPanel("description"),
        MultiFieldPanel(
            [FieldPanel("tier", read_only=True), FieldPanel("trust", read_only=True)],
            heading=_("Membership"),
            help_text=_("Administrators and editors of the network change these on another page, with a reason."),
        ),
    ]
    search_fields: list[Any] = [*Page.search_fields, index.SearchField("summary"), index.FilterField("home_region")]
    exclude_fields_in_copy: list[str] = ["tier", "trust", "people", "contributors", "coordinators", "collection"]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="organisation_tier_known"),
            models.CheckConstraint(condition=Q(trust__in=Trust.values), name="organisation_trust_known"),
        ]

    def with_content_json(self, content: Any) -> "OrganisationPage":
        """Return the page as a revision has it, in its standing and with the groups of now: those are no text."""
        page: OrganisationPage = super().with_content_json(content)
        for name in ("tier", "trust", "contributors_id", "coordinators_id", "collection_id"):
            setattr(page, name, getattr(self, name))
        return page


class Membership(models.Model):
    """A person in an organisation, in one role."""

    organisation = models.ForeignKey(
        OrganisationPage, models.CASCADE, related_name="memberships", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=11, choices=Role, default=Role.CONTRIBUTOR)
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person"], name="membership_once_per_organisation"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()}, {self.organisation})"
