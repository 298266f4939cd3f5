"""The list of reasons that a new site begins with; editors change it in the CMS."""

from typing import Final

from library.moderation.decisions import DecisionKind, DecisionReason

START: Final[dict[DecisionKind, tuple[tuple[str, str], ...]]] = {
    DecisionKind.CHANGES: (
        ("A part that readers need is missing", "Een deel dat lezers nodig hebben ontbreekt"),
        (
            "What was done or what came of it is not clear",
            "Wat gedaan is of wat het opleverde is niet duidelijk",
        ),
        ("People can be recognised, and nothing says that they agreed", "Personen zijn herkenbaar zonder toestemming"),
        ("Material of others needs a source or permission", "Materiaal van anderen vraagt een bron of toestemming"),
        ("A file or link cannot be opened", "Een bestand of link gaat niet open"),
        ("Topic, region or language does not fit", "Onderwerp, regio of taal klopt niet"),
    ),
    DecisionKind.DECLINE: (
        ("It is an advertisement", "Het is reclame"),
        ("It is not about what this library collects", "Het gaat niet over wat deze bibliotheek verzamelt"),
        ("The library has it already", "De bibliotheek heeft het al"),
        ("Its advice may do harm", "Het advies kan schade doen"),
    ),
}
STEP: Final = 10  # between two places in the order, so that another reason fits in between


def set_up_reasons() -> None:
    """Make the first list of reasons, unless there are any: a list that editors have made is left alone."""
    if DecisionReason.objects.exists():
        return
    DecisionReason.objects.bulk_create(
        DecisionReason(kind=kind, label=english, label_nl=dutch, sort_order=place * STEP)
        for kind, reasons in START.items()
        for place, (english, dutch) in enumerate(reasons, start=1)
    )
