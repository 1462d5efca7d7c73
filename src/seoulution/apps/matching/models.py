"""Text passages with their vectors, the words that search knows, and which solutions were offered for which need."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from pgvector.django import VectorField

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import Need
from seoulution.engine.matching.pooling import LINKED_WEIGHT


class IndexRevision(models.Model):
    """One row, given another value by the database whenever passages change, whoever changes them: processes compare it.

    No counter: after a change that was rolled back, the next one would get the same number again.
    """

    value = models.UUIDField(default=uuid.uuid4)

    class Meta:
        verbose_name = "revision of the search index"

    def __str__(self) -> str:
        return str(self.value)


class Passage(models.Model):
    """A piece of a solution's text, as the encoders read it; replaced when the text changes, so that one read is never read again.

    need : set on a past need that staff linked to the solution: then only the vectors are kept, no word of the city, and they
        count only as long as `learning.learnable` holds
    concepts : what the thesaurus reads in it, concept -> confidence
    digest : of everything that the solution's passages were made of
    """

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="passages")
    language = models.CharField(max_length=8)
    text = models.TextField()
    weight = models.FloatField(default=1.0)
    digest = models.CharField(max_length=64, db_index=True)
    need = models.ForeignKey(Need, models.CASCADE, null=True, blank=True, related_name="passages")
    concepts = models.JSONField(default=dict)
    e5 = VectorField(dimensions=384, null=True)
    use = VectorField(dimensions=512, null=True)

    class Meta:
        ordering = ["solution", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(need=None) | models.Q(weight__lte=LINKED_WEIGHT, text="", concepts={}),
                name="linked_need_weighs_half_and_has_no_words",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="passages_are_replaced_never_changed", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="passages_revised",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Delete,
                func=(
                    "INSERT INTO matching_indexrevision (id, value) VALUES (1, gen_random_uuid()) "
                    "ON CONFLICT (id) DO UPDATE SET value = gen_random_uuid(); RETURN NULL;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class TermKind(models.TextChoices):
    """Where a term comes from: subjects of the thesaurus, names of solutions, single words of either, words of the texts."""

    SUBJECT = "subject"
    NAME = "name"
    KEY_WORD = "key_word"
    WORD = "word"


class Term(models.Model):
    """Something that search knows how to spell: offered while typing, and what a misspelt word is led to.

    form : how it is looked for: bare letters for Latin script, the keys of the Korean keyboard for Hangul
    """

    language = models.CharField(max_length=8)
    kind = models.CharField(max_length=10, choices=TermKind.choices)
    text = models.CharField(max_length=300)
    form = models.CharField(max_length=900)
    concept = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["language", "form"]
        constraints = [models.UniqueConstraint(fields=["language", "kind", "text"], name="term_once_per_language_and_kind")]
        indexes = [
            models.Index(fields=["form"], name="term_form"),
            GinIndex(fields=["form"], opclasses=["gin_trgm_ops"], name="term_form_trigrams"),
        ]

    def __str__(self) -> str:
        return self.text


class Verdict(models.TextChoices):
    """What a person said of an offered match."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@pghistory.track()
class Match(models.Model):
    """A solution offered for a need, with its reasons; conditions are judged anew whenever they are shown."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="matches")
    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="matches")
    rank = models.PositiveSmallIntegerField()
    weak = models.BooleanField()
    reasons = models.JSONField(default=dict, help_text="{concepts, same_sector, passage: {ko, en}}")
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.PROPOSED)
    verdict_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    added_by_person = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["need", "rank"]
        constraints = [models.UniqueConstraint(fields=["need", "solution"], name="match_once_per_need")]

    def __str__(self) -> str:
        return f"{self.need_id} → {self.solution_id}"
