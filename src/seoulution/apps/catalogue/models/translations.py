"""Translations of solutions, field by field, with how each was made and from which source text."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from seoulution.apps.catalogue.models.solutions import PolicySolution
from seoulution.engine.vocabulary import Language, choices


class TranslationOrigin(models.TextChoices):
    """How a text was made; only a person's is shown without a mark."""

    HUMAN = "human"
    MACHINE = "machine"


@pghistory.track()
class Translation(models.Model):
    """One field of a solution in one language. `source_text` is the text it was made from: where that differs from today's, it is outdated."""

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="translations")
    path = models.CharField(max_length=160, help_text="as the template names its texts: `sections.problem`, `claims.<code>`")
    language = models.CharField(max_length=8, choices=choices(Language))
    source_language = models.CharField(max_length=8, choices=choices(Language), default=Language.EN)
    source_text = models.TextField()
    text = models.TextField()
    origin = models.CharField(max_length=10, choices=TranslationOrigin.choices)
    engine = models.CharField(max_length=120, blank=True, help_text="which machine made it")
    translator = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    translated_at = models.DateTimeField(auto_now=True)
    shipped_digest = models.CharField(max_length=64, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["solution", "path", "language"]
        constraints = [models.UniqueConstraint(fields=["solution", "path", "language"], name="translation_once_per_field")]
        indexes = [GinIndex(fields=["source_text"], name="translation_memory", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return f"{self.solution_id} {self.path} {self.language}"


@pghistory.track()
class TranslatorLanguage(models.Model):
    """A person may translate into a language."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="translator_languages")
    language = models.CharField(max_length=8, choices=choices(Language))

    class Meta:
        ordering = ["user", "language"]
        constraints = [models.UniqueConstraint(fields=["user", "language"], name="translator_language_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.language}"
