"""Types and licences of the sources, as tables."""

import pytest

from library.exchange.kinds import kind_of
from library.exchange.licensing import make_licence, spdx_of


@pytest.mark.parametrize(
    ("types", "type_key", "format_name"),
    [
        ([], "training", "other"),
        (["material"], "training", "other"),
        (["material", "slides"], "training", "slides"),
        (["Recorded webinar"], "training", "webinar"),
        (["Webinar"], "training", "webinar"),
        (["e-learning"], "training", "e-learning"),
        (["hands-on tutorial"], "training", "tutorial"),
        (["slide deck / presentation"], "training", "slides"),
        (["modalia#Lecture"], "training", "other"),
        (["modalia#BestPractices"], "guide", ""),
        (["outbreak-notice"], "case-study", ""),
        (["event"], "event", ""),
    ],
)
def test_a_type_is_one_of_ours(types: list[str], type_key: str, format_name: str) -> None:
    kind, unknown = kind_of(types)
    assert (kind.type_key, kind.format, unknown) == (type_key, format_name, ())


def test_an_unknown_type_is_named() -> None:
    assert kind_of(["ViralZone", "slides"])[1] == ("ViralZone",)


@pytest.mark.parametrize(
    ("licence", "spdx"),
    [
        ("https://spdx.org/licenses/CC-BY-4.0.html", "CC-BY-4.0"),
        ("http://spdx.org/licenses/CC-BY-SA-4.0", "CC-BY-SA-4.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/4.0/deed.nl", "CC-BY-NC-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://spdx.org/licenses/GPL-3.0.html", "GPL-3.0-only"),
        ("https://purl.org/ontology/modalia#ProprietaryLicense", "LicenseRef-all-rights-reserved"),
        ("file:///home/somebody/notspecified", ""),
        ("", ""),
        ("file:///home/somebody/other-closed", None),
        ("free as in beer", None),
    ],
)
def test_a_licence_is_an_spdx_identifier(licence: str, spdx: str | None) -> None:
    assert spdx_of(licence) == spdx


def test_a_new_licence_says_what_it_allows() -> None:
    licence = make_licence("CC-BY-NC-SA-4.0")
    assert (licence.commercial_use, licence.share_alike, licence.derivatives_allowed) == (False, True, True)
    assert not make_licence("LicenseRef-all-rights-reserved").reuse_allowed
    assert not make_licence("CC0-1.0").attribution_required
