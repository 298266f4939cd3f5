"""What the library tells whoever listens; it does not know who does."""

from django.dispatch import Signal

# page_ids: list[int]. Resources were written, changed or removed in bulk, without Wagtail's own signals.
resources_changed = Signal()

# No arguments. Topics, audiences, regions or organisations were written in bulk.
vocabulary_changed = Signal()
