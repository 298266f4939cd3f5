"""Comments in the editor reach those who follow them, within rights; no mail of Wagtail's own stands beside ours."""

from typing import Any

from django.core import mail
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Comment, CommentReply, Page, PageSubscription

from library.models import DecisionKind
from library.moderation.decide import Verdict, decide
from library.moderation.notices.comments import tell_commented
from network.models import Notification, User
from network.notifications.delivery import choose
from network.notifications.models import Delivery
from network.notifications.send import send_waiting
from network.organisations.membership import remove_member
from tests.library.moderation.stage import Network, after_commit
from tests.smtp import Sink, html_of, text_of

TITLE = "Asking before filming"
AUTHOR, COORDINATOR = "author@example.org", "coordinator@example.org"
ABOUT = [f"Comments in the editor: {TITLE}"]


def follow(page: Page, *people: User) -> None:
    for person in people:
        PageSubscription.objects.create(page_id=page.pk, user=person, comment_notifications=True)


def comment_in_the_editor(page: Page, by: User, text: str) -> None:
    """Open the editor, add a comment on the title, and save."""
    client = Client()
    client.force_login(by)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form: Any = html.fromstring(client.get(address).content.decode()).get_element_by_id("page-edit-form")
    fields: dict[str, Any] = {"body-count": "0"}  # the body is filled in by a script
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    comment = {"text": text, "contentpath": "title", "position": "", "resolved": "", "id": "", "DELETE": ""}
    counts = {f"{count}_FORMS": "0" for count in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    fields |= {f"comments-0-{name}": value for name, value in comment.items()}
    fields |= {f"comments-0-replies-{name}": value for name, value in counts.items()}
    fields |= {f"comments-{name}": value for name, value in counts.items()}
    answer = client.post(address, fields | {"comments-TOTAL_FORMS": "1", "comment_notifications": "on"})
    assert answer.status_code == 302


def told(sink: Sink) -> dict[str, list[str]]:
    sink.mails.clear()
    send_waiting()
    return sink.subjects()


def test_who_follows_a_page_reads_its_comments_by_one_mail_with_a_way_to_stop(network: Network, sink: Sink) -> None:
    page = network.draft()
    follow(page, network.author, network.coordinator)
    comment_in_the_editor(page, network.coordinator, "Is <this> the title?")
    assert sink.mails == []  # Wagtail's own would be sent while the page is saved
    assert told(sink) == {AUTHOR: ABOUT}
    assert "Is <this> the title?" in text_of(sink.mails[0])
    assert "Is &lt;this&gt; the title?" in html_of(sink.mails[0])
    assert sink.mails[0]["List-Unsubscribe"]


def replied(page: Page, author: User, by: User) -> dict[str, Any]:
    """Return what Wagtail's editor finds when somebody replies to a comment."""
    comment = Comment.objects.create(page_id=page.pk, user=author, text="Which ward?", contentpath="title")
    reply = CommentReply.objects.create(comment=comment, user=by, text="Ward 3.")
    return {"new_comments": [], "new_replies": [(comment, [reply])], "resolved_comments": []}


def test_a_reply_reaches_who_spoke_in_the_thread(network: Network, sink: Sink) -> None:
    page = network.draft()
    tell_commented(page, network.coordinator, replied(page, network.author, network.coordinator))
    assert told(sink) == {AUTHOR: ABOUT}
    assert "Ward 3." in text_of(sink.mails[0])


def test_a_comment_that_is_settled_is_told(network: Network, sink: Sink) -> None:
    page = network.draft()
    comment = Comment.objects.create(page_id=page.pk, user=network.author, text="Which ward?", contentpath="title")
    changes = {"new_comments": [], "new_replies": [], "resolved_comments": [comment]}
    tell_commented(page, network.coordinator, changes)
    assert told(sink) == {AUTHOR: ABOUT}
    assert "Settled: Which ward?" in text_of(sink.mails[0])


def test_who_has_left_the_organisation_reads_no_comments(network: Network, sink: Sink) -> None:
    page = network.draft(owner=network.coordinator)
    follow(page, network.author)
    changes = replied(page, network.author, network.coordinator)
    remove_member(network.hospital, network.author)
    tell_commented(page, network.coordinator, changes)
    assert told(sink) == {}
    assert Notification.objects.get().state == "withheld"


def test_who_wants_no_mails_about_conversations_gets_none(network: Network, sink: Sink) -> None:
    page = network.draft()
    choose(network.author, {"conversations": Delivery.NEVER})
    tell_commented(page, network.coordinator, replied(page, network.author, network.coordinator))
    assert told(sink) == {}


def test_wagtail_mails_nothing_about_the_review(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    verdict = Verdict(DecisionKind.CHANGES, words="Which ward?")
    after_commit(decide, submission, network.leader_be, verdict, submission.revision_id)
    page.refresh_from_db()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    assert mail.outbox == []
