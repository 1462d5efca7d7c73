"""What was brought in from files that people sent: which file, by whom, how many rows went in, and what was wrong with the rest."""

from django.conf import settings
from django.db import models

from seoulution.engine.vocabulary import Language, choices


class ImportKind(models.TextChoices):
    """What the file held and in which format."""

    TRANSLATIONS_XLIFF = "translations-xliff"
    TRANSLATIONS_XLSX = "translations-xlsx"
    SOLUTIONS_XLSX = "solutions-xlsx"


class ImportOutcome(models.TextChoices):
    """What became of one row; each row has exactly one. `skipped`: it said what is already on record."""

    TAKEN_IN = "taken-in"
    SKIPPED = "skipped"
    BROKEN = "broken"


class ImportRun(models.Model):
    """One file brought in, row by row; never changed afterwards. The file itself is not kept, its digest is.

    counts : `ImportOutcome` -> number of rows
    report : the rows worth telling, in the file's order: `{"outcome", "place": {…}, "findings": [{"code", "severity", "subject",
    "parameters"}]}`; see `apps.catalogue.import_reports`
    """

    kind = models.CharField(max_length=24, choices=ImportKind.choices)
    language = models.CharField(max_length=8, choices=choices(Language), blank=True, help_text="of translations; else empty")
    file_name = models.CharField(max_length=255)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    counts = models.JSONField(default=dict)
    report = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"

    def count(self, outcome: str) -> int:
        """How many rows had this outcome."""
        return int(self.counts.get(outcome, 0))

    @property
    def taken_in(self) -> int:
        return self.count(ImportOutcome.TAKEN_IN)

    @property
    def skipped(self) -> int:
        return self.count(ImportOutcome.SKIPPED)

    @property
    def broken(self) -> int:
        return self.count(ImportOutcome.BROKEN)
