"""The road of a submission as a table: from which stage, by what, through whom, to which stages. Nothing else moves it.

A test drives random people through random actions and fails on whatever is not written here; ``docs/rights.md`` shows
it. It is a statement about the verbs, not used by them.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from library.moderation.submissions import Stage

DRAFT: Final = "draft"  # a page that was never sent


class Side(StrEnum):
    """In what capacity somebody acts on a submission."""

    WRITER = "whoever may edit the page"
    REVIEWER = "whoever may decide on it"
    HOLDER = "whoever has it or sent it"
    KEEPER = "whoever looks after it or reviews its region"
    OWNER = "its owner and the coordinators"
    ARBITER = "leaders of other regions and editors who had no part in it"
    PUBLISHER = "administrators"
    SITE = "the site"


class Transition(NamedTuple):
    """One line of the table."""

    before: str
    action: str
    side: Side
    after: frozenset[str]


def _to(*stages: str) -> frozenset[str]:
    return frozenset(stages)


IN_REVIEW: Final = _to(Stage.REVIEW)
SENDABLE: Final = (DRAFT, Stage.SENT_BACK, Stage.PUBLISHED, Stage.DECLINED, Stage.WITHDRAWN, Stage.UNPUBLISHED)
# Of what was sent again while the page is public: the submission that published it is the one that ends.
BESIDE: Final = (Stage.CHECKS, Stage.REVIEW, Stage.SENT_BACK, Stage.DECLINED, Stage.WITHDRAWN)
APPEALABLE: Final = (Stage.DECLINED, Stage.UNPUBLISHED)
ANYWHERE: Final = (DRAFT, *Stage.values)

TRANSITIONS: Final[tuple[Transition, ...]] = (
    *(Transition(stage, "send", Side.WRITER, _to(Stage.CHECKS)) for stage in SENDABLE),
    Transition(Stage.CHECKS, "check", Side.SITE, _to(Stage.REVIEW, Stage.SENT_BACK, Stage.PUBLISHED)),
    *(
        Transition(stage, "take back", Side.HOLDER, _to(Stage.WITHDRAWN))
        for stage in (Stage.CHECKS, Stage.REVIEW, Stage.SENT_BACK)
    ),
    Transition(Stage.REVIEW, "claim", Side.REVIEWER, IN_REVIEW),
    Transition(Stage.REVIEW, "give back", Side.HOLDER, IN_REVIEW),
    Transition(Stage.REVIEW, "hand on", Side.REVIEWER, IN_REVIEW),
    Transition(Stage.REVIEW, "publish", Side.REVIEWER, _to(Stage.PUBLISHED, Stage.REVIEW)),
    Transition(Stage.REVIEW, "ask for changes", Side.REVIEWER, _to(Stage.SENT_BACK)),
    Transition(Stage.REVIEW, "decline", Side.REVIEWER, _to(Stage.DECLINED)),
    *(Transition(stage, "publish by hand", Side.PUBLISHER, _to(Stage.PUBLISHED)) for stage in ANYWHERE),
    Transition(Stage.PUBLISHED, "unpublish", Side.PUBLISHER, _to(Stage.UNPUBLISHED)),
    *(Transition(stage, "unpublish", Side.PUBLISHER, _to(stage)) for stage in BESIDE),
    Transition(Stage.PUBLISHED, "take off", Side.KEEPER, _to(Stage.UNPUBLISHED)),
    *(Transition(stage, "take off", Side.KEEPER, _to(stage)) for stage in BESIDE),
    *(Transition(stage, "appeal", Side.OWNER, _to(stage)) for stage in APPEALABLE),
    *(Transition(stage, "reject an appeal", Side.ARBITER, _to(stage)) for stage in APPEALABLE),
    Transition(Stage.DECLINED, "grant an appeal", Side.ARBITER, _to(Stage.CHECKS)),
    Transition(Stage.UNPUBLISHED, "grant an appeal", Side.ARBITER, _to(Stage.PUBLISHED)),
)
