"""Pictures of what a journey sees, into the folder that JOURNEY_SHOTS names: phone and desk, light and dark."""

import os
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PHONE, DESK = 320, 1280
HEIGHT = 2400  # the CMS scrolls inside its page: a picture shows as much as the window


def shoot(page: Page, name: str) -> None:
    """Keep four pictures of the page as it is now; nothing happens unless pictures are asked for."""
    if not (folder := os.environ.get("JOURNEY_SHOTS")):
        return
    before = page.viewport_size
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=Path(folder) / f"{name}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    if before:
        page.set_viewport_size(before)


def shoot_once(page: Page, name: str) -> None:
    """Keep one picture of the page as it is now, if pictures are asked for."""
    if folder := os.environ.get("JOURNEY_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")
