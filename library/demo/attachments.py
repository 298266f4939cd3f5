"""Files and covers of the demo library, put where an organisation's uploads go."""

from django.core.files.base import ContentFile

from library.demo.covers import HEIGHT, WIDTH, draw_cover, palette_for
from library.demo.documents import generate_document
from library.demo.texts import FileText, ResourceText
from library.models import LibraryDocument, LibraryImage
from network.models import OrganisationPage, User


def attach_cover(text: ResourceText, organisation: OrganisationPage, person: User) -> LibraryImage:
    """Draw the cover of a resource and store it in the organisation's collection."""
    picture = draw_cover(text.slug, text.type, palette_for(organisation.slug))
    return LibraryImage.objects.create(
        title=text.title,
        file=ContentFile(picture, name=f"{text.slug}.jpg"),
        width=WIDTH,
        height=HEIGHT,
        file_size=len(picture),
        collection=organisation.collection,
        uploaded_by_user=person,
    )


def attach_file(file: FileText, language: str, organisation: OrganisationPage, person: User) -> LibraryDocument:
    """Generate a file in a language and store it in the organisation's collection."""
    content = generate_document(
        file.format, title=file.title, organisation=organisation.title, language=language, sections=file.sections
    )
    return LibraryDocument.objects.create(
        title=file.title,
        file=ContentFile(content, name=f"{file.name}.{file.format}"),
        file_size=len(content),
        collection=organisation.collection,
        uploaded_by_user=person,
    )
