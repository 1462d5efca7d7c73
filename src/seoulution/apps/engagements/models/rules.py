"""Legal rules as dated rows, and the drafts by which they change."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.network.records import ReferenceModel
from seoulution.reference.schema import programme


@pghistory.track()
class LegalRule(ReferenceModel):
    """Who may do what with which flow of money, from when to when."""

    shape = programme.LegalRule
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)


@pghistory.track()
class LegalRuleDraft(models.Model):
    """A proposed rule, or a new text of one: in force only once another person has approved it.

    rule : the rule it changes; empty for a new one
    data : `after`, the whole record as it would be, and `before`, the rule's record when it was drafted, or null
    """

    rule = models.ForeignKey(LegalRule, models.PROTECT, null=True, blank=True, related_name="drafts")
    code = models.SlugField(max_length=120)
    data = models.JSONField()
    reason = models.TextField()
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(
        max_length=10,
        choices=[("open", "open"), ("approved", "approved"), ("declined", "declined"), ("withdrawn", "withdrawn")],
        default="open",
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-drafted_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["code"], condition=models.Q(state="open"), name="one_open_draft_a_rule")]

    def __str__(self) -> str:
        return self.code

    @property
    def after(self) -> programme.LegalRule:
        """The rule as it would be."""
        return programme.LegalRule.model_validate(self.data["after"])

    @property
    def before(self) -> programme.LegalRule | None:
        """The rule as it was when the draft was made; None for a new one."""
        return programme.LegalRule.model_validate(self.data["before"]) if self.data["before"] else None
