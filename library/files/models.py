"""Custom document and image models, so that they can grow without a painful migration."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from library.files.contents import check_contents
from library.files.states import ICONS, FileState, FileUnit, sentence_for


class LibraryDocument(AbstractDocument):
    """An uploaded file; whoever may read a page that uses it may read the file.

    What was found in it is written by ``store_reading`` alone. Saving a file that is there already leaves it as it is
    in the database, so that an editor who changes the title does not undo what the worker has just written.
    """

    state = models.CharField(
        _("state"), max_length=11, choices=FileState, default=FileState.WAITING, db_index=True, editable=False
    )
    language = models.CharField(_("language"), max_length=3, blank=True, editable=False)
    places = models.PositiveIntegerField(_("number of places"), null=True, blank=True, editable=False)
    unit = models.CharField(_("what a place is"), max_length=7, choices=FileUnit, blank=True, editable=False)
    is_cut = models.BooleanField(_("read in part"), default=False, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True, editable=False)
    read_hash = models.CharField(_("hash of what was read"), max_length=40, blank=True, editable=False)
    first_page = models.FileField(_("picture of the first page"), upload_to="first-pages", blank=True, editable=False)
    claimed_at = models.DateTimeField(_("being read since"), null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts to read"), default=0, editable=False)

    admin_form_fields = Document.admin_form_fields
    READING_FIELDS: ClassVar = (
        *("state", "language", "places", "unit", "is_cut", "read_at"),
        *("read_hash", "first_page", "claimed_at", "attempts"),
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def save(self, *args: Any, **options: Any) -> None:
        """Save; a replaced file waits to be read, any other keeps what was found in it."""
        is_new = self._brings_new_bytes()
        if is_new:
            self._set_document_file_metadata()
        if self.pk and not self._state.adding:
            named = options.get("update_fields")
            if is_new:
                self._await_reading()
                also = {*self.READING_FIELDS, "file_size", "file_hash"} - {"first_page"}
                options["update_fields"] = None if named is None else {*named, *also}
            elif named is None:
                names = {field.name for field in self._meta.concrete_fields if not field.primary_key}
                options["update_fields"] = names.difference(self.READING_FIELDS)
        super().save(*args, **options)

    def _brings_new_bytes(self) -> bool:
        stored: Any = self.file  # Django marks on it whether it is new; its annotations do not say so
        return bool(stored) and not stored._committed

    def _await_reading(self) -> None:
        self.state, self.language, self.unit, self.read_hash = FileState.WAITING, "", "", ""
        self.is_cut, self.attempts = False, 0
        self.places = self.read_at = self.claimed_at = None

    @property
    def state_sentence(self) -> str:
        """What the state means, and what to do about it."""
        return sentence_for(self.state, is_cut=self.is_cut)

    @property
    def state_icon(self) -> str:
        """The icon of the state in the CMS."""
        return ICONS[FileState(self.state)]

    def clean(self) -> None:
        """Refuse a new file whose kind is not allowed or whose contents are not what its name says."""
        super().clean()
        if self._brings_new_bytes():
            try:
                check_contents(self.file.file, self.file_extension.lower())
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error


class Passage(models.Model):
    """A piece of the text of a file, and where it stands in it."""

    document = models.ForeignKey(LibraryDocument, models.CASCADE, related_name="passages", verbose_name=_("file"))
    position = models.PositiveSmallIntegerField(_("position"))  # from 0, in the order of the file
    place = models.PositiveIntegerField(_("place"))  # what it counts is the file's unit; from 1, seconds from 0
    label = models.CharField(_("label"), max_length=255, blank=True)  # heading, title of a slide, name of a sheet
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["document", "position"]
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="passage_once_per_position")]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.place}: {self.text[:60]}"


class LibraryImage(AbstractImage):
    """An uploaded picture: covers, logos, pictures in texts."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class LibraryRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(LibraryImage, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_per_size"),
        ]
