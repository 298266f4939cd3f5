"""The free text of a resource: the one place where form is free."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.blocks.field_block import CharBlock, RichTextBlock, TextBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class QuoteBlock(StructBlock):
    """Somebody's words and who said them."""

    text = TextBlock(label=_("Quotation"))
    source = CharBlock(label=_("Who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "library/blocks/quote.html"


class BodyBlock(StreamBlock):
    """Paragraphs, headings, pictures, quotations and embedded media, in any order."""

    heading = CharBlock(icon="title", label=_("Heading"), template="library/blocks/heading.html")
    paragraph = RichTextBlock(icon="pilcrow", label=_("Text"), features=TEXT_FEATURES)
    picture = ImageBlock(icon="image", label=_("Picture"), template="library/blocks/picture.html")
    quote = QuoteBlock()
    media = EmbedBlock(icon="media", label=_("Video or sound by address"), template="library/blocks/media.html")
