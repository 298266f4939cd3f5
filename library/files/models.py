"""Custom document and image models, so that they can grow without a painful migration."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from library.files.contents import check_contents


class LibraryDocument(AbstractDocument):
    """An uploaded file; whoever may read a page that uses it may read the file."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def clean(self) -> None:
        """Refuse a new file whose kind is not allowed or whose contents are not what its name says."""
        super().clean()
        stored: Any = self.file  # Django marks on it whether it is new; its annotations do not say so
        if stored and not stored._committed:
            try:
                check_contents(stored.file, self.file_extension.lower())
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error


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
