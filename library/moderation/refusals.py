"""Why something on the review desk could not be done, in words for whoever tried."""


class Refusal(Exception):
    """Something that cannot be done (now, or by this person); its text is shown to them."""


class NotYours(Refusal):
    """The submission is not this person's to decide on."""


class OvertakenByEvents(Refusal):
    """Somebody else was faster, or the submission has changed since the page was opened."""
