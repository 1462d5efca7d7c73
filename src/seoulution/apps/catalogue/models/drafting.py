"""The work of a translation machine on one solution, field by field, as far as it got."""

from django.conf import settings
from django.db import models

from seoulution.apps.catalogue.models.solutions import PolicySolution
from seoulution.engine.vocabulary import Language, choices


class DraftingRun(models.Model):
    """Machine drafts for the missing texts of a solution in one language. It goes on while somebody looks at it, and by the worker.

    todo : paths still to come; done : how many drafts were kept
    errors : what went wrong, as `apps.catalogue.import_reports` keeps it, with the path as the place
    """

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="drafting_runs")
    language = models.CharField(max_length=8, choices=choices(Language))
    engine = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    todo = models.JSONField(default=list)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    errors = models.JSONField(default=list)
    failures_in_a_row = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-begun_at", "-id"]

    def __str__(self) -> str:
        return f"{self.solution_id} {self.language} {self.done}/{self.total}"

    @property
    def tried(self) -> int:
        """How many texts the machine was asked for."""
        return self.done + len(self.errors)
