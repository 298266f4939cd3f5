"""Synonyms as they are kept: sets of phrases in one language or in all, one phrase on each line."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.synonyms.phrases import MAX_CHARACTERS, check_phrases, clean_phrases


class SynonymKind(models.TextChoices):
    """Whether each phrase finds every other, or the first ones find the second ones only."""

    EQUIVALENT = "equivalent", _("All mean the same")
    ONE_WAY = "one_way", _("The first also find the second, not the other way round")


class SynonymSet(models.Model):
    """Phrases that find each other; when one is asked for, the others will do."""

    language = models.CharField(
        _("language of the question"),
        max_length=8,
        blank=True,
        help_text=_("Applies to questions asked in this language, or that look like it."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=SynonymKind, default=SynonymKind.EQUIVALENT)
    words = models.TextField(
        _("words"),
        max_length=MAX_CHARACTERS,
        help_text=_("One on each line; each may have several words. Capitals and accents do not matter."),
    )
    stands_for = models.TextField(
        _("also find"),
        max_length=MAX_CHARACTERS,
        blank=True,
        help_text=_("Only where the first find the second: one on each line."),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "words"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SynonymKind.values), name="synonyms_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="one_way") & ~Q(stands_for="") | Q(kind="equivalent", stands_for=""),
                name="synonyms_second_words_when_one_way",
            ),
        ]

    def __str__(self) -> str:
        words = ", ".join(self.words.splitlines())
        return f"{words} → {', '.join(self.stands_for.splitlines())}" if self.stands_for else words

    def clean(self) -> None:
        """Tidy both lists and refuse what could not work, each problem beside its field."""
        self.words, self.stands_for = "\n".join(clean_phrases(self.words)), "\n".join(clean_phrases(self.stands_for))
        one_way = self.kind == SynonymKind.ONE_WAY
        if one_way != bool(self.stands_for):
            raise ValidationError({"stands_for": _WHAT_IT_FINDS if one_way else _NOTHING_SECOND})
        check_phrases("words", self.words.splitlines(), at_least=1 if one_way else 2)
        check_phrases("stands_for", self.stands_for.splitlines(), at_least=0)
        others = SynonymSet.objects.exclude(pk=self.pk).filter(language=self.language, stands_for=self.stands_for)
        if others.filter(words=self.words).exists():
            raise ValidationError({"words": _SAID_ALREADY})


_WHAT_IT_FINDS = _("Say what the words above also find.")
_SAID_ALREADY = _("There is a set with these words already.")
_NOTHING_SECOND = _("Leave this empty, or choose that the first also find the second.")
