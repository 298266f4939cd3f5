"""ResourcePage: what every resource has, whatever its type."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from library.languages import language_choices
from library.resources.body import BodyBlock
from library.resources.forms import ResourceForm
from library.resources.needs import Need
from library.resources.panels import ADDRESS_AND_SCHEDULE
from network.models import OrganisationPage
from network.titles import CalledAsPublished

FIRST_YEAR, LAST_YEAR = 1900, 2100  # a year outside is a typing error, not a publication


class PersonRole(models.TextChoices):
    """What a person has to do with a resource."""

    AUTHOR = "author", _("Author")
    CONTRIBUTOR = "contributor", _("Contributor")
    CONTACT = "contact", _("Contact")
    PUBLISHER = "publisher", _("Publisher")


class ResourcePage(CalledAsPublished, Page):
    """Common base of the four types; only its types are created."""

    is_creatable = False
    parent_page_types: ClassVar = ["network.OrganisationPage"]
    subpage_types: ClassVar[list[str]] = []

    type_key: ClassVar[str] = ""  # stands in addresses: ?type=case-study
    icon_name: ClassVar[str] = "doc-full"
    grows_old: ClassVar[bool] = True  # somebody should look from time to time whether it is still right
    part_relations: ClassVar[tuple[str, ...]] = ()  # child rows that ``parts`` reads, to be fetched together
    needs: ClassVar[tuple[Need, ...]] = ()  # what it must have before others can use it

    summary = models.TextField(_("summary"), max_length=600, help_text=_("What it is and for whom, in two sentences."))
    body = StreamField(
        BodyBlock(required=False),
        verbose_name=_("more text"),
        blank=True,
        help_text=_("Anything that does not fit the fields."),
    )
    language = models.CharField(
        _("language"),
        max_length=3,
        choices=language_choices,
        db_index=True,
        help_text=_("The language of the resource itself."),
    )
    topics = ParentalManyToManyField(
        "library.Topic",
        through="library.ResourceTopic",
        related_name="resources",
        blank=True,
        verbose_name=_("topics"),
        help_text=_("What it is about: one to three topics."),
    )
    regions = ParentalManyToManyField(
        "network.Region",
        through="library.ResourceRegion",
        related_name="resources",
        blank=True,
        verbose_name=_("regions"),
        help_text=_("Where it was made or where it applies. The nearest leader reviews it."),
    )
    audiences = ParentalManyToManyField(
        "library.Audience",
        through="library.ResourceAudience",
        related_name="resources",
        blank=True,
        verbose_name=_("audience"),
        help_text=_("Who will use it."),
    )
    licence = models.ForeignKey(
        "library.Licence",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("licence"),
        help_text=_("What others may do with it."),
    )
    third_party_material = models.TextField(
        _("material of others"),
        blank=True,
        max_length=2000,
        help_text=_("Pictures, music or texts in it that others made, with their names and licences. Empty if none."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("When it was made."),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    cover = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("Optional; shown in lists."),
    )
    adapted_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="adaptations",
        verbose_name=_("adapted from"),
        help_text=_("If it builds on another resource here."),
    )
    successor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("successor"),
        help_text=_("Who looks after it when you leave."),
    )
    review_by = models.DateField(
        _("review by"), null=True, blank=True, help_text=_("When somebody should check that it is still right.")
    )

    base_form_class: Any = ResourceForm
    promote_panels: list[Any] = []
    settings_panels: list[Any] = ADDRESS_AND_SCHEDULE
    search_fields: list[Any] = [*Page.search_fields, index.SearchField("summary"), index.FilterField("language")]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        constraints = [
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="resource_year_plausible"
            ),
            models.CheckConstraint(condition=Q(language__regex=r"^[a-z]{2,3}$"), name="resource_language_is_a_code"),
        ]

    def with_content_json(self, content: Any) -> Any:
        """Return the page with the text of a revision; its successor, like its owner, is no part of the text."""
        page = super().with_content_json(content)
        page.successor_id = self.successor_id
        return page

    @property
    def organisation(self) -> OrganisationPage:
        """The organisation in whose section the resource stands."""
        found: OrganisationPage = OrganisationPage.objects.ancestor_of(self).get()
        return found

    @property
    def type_label(self) -> str:
        """The name of the type in the reader's language."""
        return str(self._meta.verbose_name)

    def parts(self) -> list[str]:
        """Return the plain text of the type's own parts, for the index."""
        return []


class ResourceTopic(models.Model):
    """A resource is about a topic; a topic in use cannot be deleted."""

    resource = models.ForeignKey(ResourcePage, models.CASCADE, related_name="+")
    topic = models.ForeignKey("library.Topic", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resource", "topic"], name="resource_topic_once")]

    def __str__(self) -> str:
        return f"{self.resource_id} – {self.topic}"


class ResourceRegion(models.Model):
    """A resource is about a region; a region in use cannot be deleted."""

    resource = models.ForeignKey(ResourcePage, models.CASCADE, related_name="+")
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resource", "region"], name="resource_region_once")]

    def __str__(self) -> str:
        return f"{self.resource_id} – {self.region}"


class ResourceAudience(models.Model):
    """A resource is for an audience; an audience in use cannot be deleted."""

    resource = models.ForeignKey(ResourcePage, models.CASCADE, related_name="+")
    audience = models.ForeignKey("library.Audience", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resource", "audience"], name="resource_audience_once")]

    def __str__(self) -> str:
        return f"{self.resource_id} – {self.audience}"


class ResourcePerson(Orderable):
    """Somebody who made the resource or answers for it."""

    page = ParentalKey(ResourcePage, related_name="people")
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=11, choices=PersonRole, default=PersonRole.AUTHOR)

    def __str__(self) -> str:
        return self.name


class ResourceFile(Orderable):
    """A file that belongs to the resource."""

    page = ParentalKey(ResourcePage, related_name="files")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, models.PROTECT, related_name="uses", verbose_name=_("file")
    )

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "document"], name="resource_file_once")]


class ResourceLink(Orderable):
    """A web address where the resource, or more of it, is."""

    page = ParentalKey(ResourcePage, related_name="links")
    url = models.URLField(_("address"), max_length=2000)
    label = models.CharField(_("what it is"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.label or self.url
