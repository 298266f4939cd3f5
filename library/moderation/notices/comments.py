"""Comments in the editor: who follows them is told as about everything else, while they may open the page."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Comment, CommentReply, Page

from library.moderation.notices.kinds import CONVERSATIONS
from network.models import User
from network.notifications.kinds import Kind
from network.notifications.notify import notify

type Changes = Mapping[str, Sequence[Any]]


def may_open(user: User, page: Page) -> bool:
    """Tell whether somebody may open a page in the editor, where its comments stand."""
    return bool(user.is_active and page.specific.permissions_for_user(user).can_edit())


def editor_of_page(page: Page, data: Mapping[str, Any]) -> str:
    """Return where its comments stand."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


COMMENTED = Kind("page-commented", *CONVERSATIONS, may_open, editor_of_page, action_label=_("Read and answer"))


def tell_commented(page: Page, by: User, changes: Changes) -> None:
    """Tell who follows the comments of a page, or spoke in a thread, what is new in it, but not whoever wrote it."""
    new, replies, resolved = keys_of(changes)
    if not (new or replies or resolved):
        return
    threads = [*resolved, *CommentReply.objects.filter(pk__in=replies).values_list("comment_id", flat=True)]
    people = User.objects.filter(
        Q(page_subscriptions__page=page.pk, page_subscriptions__comment_notifications=True)
        | Q(comment_replies__comment__in=threads)
        | Q(wagtail_admin_comments__in=threads)
    )
    key = ":".join(str(max(keys, default=0)) for keys in (new, replies, resolved))
    data = {"comments": new, "replies": replies, "resolved": resolved}
    others = people.exclude(pk=by.pk).distinct()
    notify(COMMENTED, others, Page.objects.get(pk=page.pk), key=f"{page.pk}:{key}", data=data)


def keys_of(changes: Changes) -> tuple[list[int], list[int], list[int]]:
    """Return the keys of new comments, new replies and comments that are settled, as Wagtail's editor found them."""
    replies = chain.from_iterable(of_one for _comment, of_one in changes["new_replies"])
    new, said, settled = changes["new_comments"], list(replies), changes["resolved_comments"]
    return [each.pk for each in new], [each.pk for each in said], [each.pk for each in settled]


def said_in(data: Mapping[str, Any]) -> list[Comment | CommentReply]:
    """Return the comments and replies that a notification speaks of, as far as they are still there."""
    comments = Comment.objects.filter(pk__in=data["comments"]).select_related("user")
    return [*comments, *CommentReply.objects.filter(pk__in=data["replies"]).select_related("user")]


def settled_in(data: Mapping[str, Any]) -> list[Comment]:
    """Return the comments that were settled."""
    return list(Comment.objects.filter(pk__in=data["resolved"]).select_related("user"))
