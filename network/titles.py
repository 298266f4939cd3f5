"""What pages are called in the CMS."""

from typing import Any


class CalledAsPublished:
    """A published page goes by its published title in lists and choosers, which strangers to it read as well.

    Wagtail shows the title of the latest draft there; that one stands in the editor, on the desk and in the review.
    """

    live: bool
    title: str

    def get_admin_display_title(self) -> str:
        """Return the published title, the latest one of what is not published."""
        page: Any = super()
        return self.title if self.live else str(page.get_admin_display_title())
