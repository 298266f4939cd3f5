"""Which language a text is in: a proposal for the editor, made by a model of 97 languages (py3langid)."""

import logging
from functools import cache

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from library.languages import CODES, UNDETERMINED, language_name

ENOUGH = 20  # characters; "Handhygiëne" alone could be Dutch or Afrikaans
SURE = 0.7  # of 1; below, a proposal would be wrong more often than it helps
MOST = 5_000  # characters that are looked at

logger = logging.getLogger(__name__)


@cache
def _identifier() -> LanguageIdentifier:
    # Loading takes time and memory, so only once somebody types.
    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in CODES if code in identifier.labels])
    return identifier


def guess_language(text: str) -> str:
    """Return the code of the language a text is in, or an empty string where it is too short or unclear."""
    code, certainty = language_and_certainty(text)
    return code if certainty >= SURE else ""


def language_and_certainty(text: str) -> tuple[str, float]:
    """Return the likeliest language of a text and how likely it is, of 1; nothing and 0 where it is too short."""
    words = " ".join(text[:MOST].split())
    if len(words) < ENOUGH:
        return "", 0.0
    code, probability = _identifier().classify(words)
    return ("", 0.0) if code == UNDETERMINED else (str(code), float(probability))


@require_POST
def guess_language_view(request: HttpRequest) -> JsonResponse:
    """Answer ``{"language": "nl", "name": "Dutch"}`` to ``text``; both empty when unclear."""
    code = guess_language(request.POST.get("text", ""))
    return JsonResponse({"language": code, "name": language_name(code) if code else ""})
