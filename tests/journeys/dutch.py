"""Whether a page speaks Dutch: what of it is an English text of the catalogue."""

import re
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page

# Texts and labels as shown, those of resources excepted, which carry the language of their own.
INTERFACE_TEXTS = """() => {
  const own = element => !element.closest("script, style, [lang]:not(html):not([lang=nl])");
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (own(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const name of ["aria-label", "placeholder", "title", "alt", "data-copy", "data-filter-label"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (own(element)) texts.push(element.getAttribute(name));
  return texts.map(text => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""
PLACEHOLDER = re.compile(r"%\\\((\w+)\\\)[sd]")


@cache
def english() -> tuple[re.Pattern[str], ...]:
    """Return what must not be read: every English text whose translation is another one."""
    path = Path(settings.LOCALE_PATHS[0]) / "nl" / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        catalogue: dict[object, str] = vars(GNUTranslations(file))["_catalog"]
    texts = {key[0] if isinstance(key, tuple) else key: text for key, text in catalogue.items() if key}
    differing = [str(key).split("\x04")[-1] for key, text in texts.items() if key != text]
    return tuple(_shape(" ".join(text.split())) for text in differing)


def _shape(text: str) -> re.Pattern[str]:
    """Return the text as a pattern, with anything in its placeholders; numbers are no words."""
    return re.compile(PLACEHOLDER.sub(r".+", re.escape(text)))


def left_in_english(page: Page) -> list[str]:
    """Return the texts of the page that are English texts of the catalogue."""
    texts: set[str] = set(page.evaluate(INTERFACE_TEXTS))
    return sorted(text for text in texts if any(shape.fullmatch(text) for shape in english()))
