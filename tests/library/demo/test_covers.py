"""Covers: right in size, the same every time, different for each resource, and told apart by type."""

import io

import pytest
from PIL import Image, ImageStat

from library.demo.covers import COMPOSITIONS, HEIGHT, PALETTES, WIDTH, draw_cover, palette_for

HARBOUR = PALETTES["harbour"]


@pytest.mark.parametrize("kind", sorted(COMPOSITIONS))
def test_a_cover_is_a_jpeg_of_the_size_asked_for(kind: str) -> None:
    image = Image.open(io.BytesIO(draw_cover("consent-in-five-steps", kind, HARBOUR)))
    assert (image.format, image.size, image.mode) == ("JPEG", (WIDTH, HEIGHT), "RGB")


@pytest.mark.parametrize("kind", sorted(COMPOSITIONS))
def test_a_cover_is_the_same_every_time(kind: str) -> None:
    assert draw_cover("consent-in-five-steps", kind, HARBOUR) == draw_cover("consent-in-five-steps", kind, HARBOUR)


@pytest.mark.parametrize("kind", sorted(COMPOSITIONS))
def test_no_two_resources_have_the_same_cover(kind: str) -> None:
    covers = {draw_cover(f"resource-{number}", kind, HARBOUR) for number in range(12)}
    assert len(covers) == 12


def test_types_are_drawn_differently() -> None:
    assert len({draw_cover("one-slug", kind, HARBOUR) for kind in COMPOSITIONS}) == len(COMPOSITIONS)


@pytest.mark.parametrize("name", sorted(PALETTES))
@pytest.mark.parametrize("kind", sorted(COMPOSITIONS))
def test_a_cover_is_neither_glaring_nor_dark(kind: str, name: str) -> None:
    grey = Image.open(io.BytesIO(draw_cover("brightness", kind, PALETTES[name]))).convert("L")
    assert 90 < ImageStat.Stat(grey).mean[0] < 225


def test_an_unknown_type_gets_a_cover_too() -> None:
    assert draw_cover("one-slug", "podcast-series", HARBOUR)


def test_an_organisation_keeps_its_palette() -> None:
    assert palette_for("de-brug-patientennetwerk") is palette_for("de-brug-patientennetwerk")
    assert {palette_for(f"organisation-{number}") for number in range(60)} <= set(PALETTES.values())
