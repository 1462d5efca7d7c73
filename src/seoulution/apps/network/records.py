"""Reference records in the database: key columns for finding, and the record itself in the shape it was checked in."""

from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from pydantic import BaseModel


class ReferenceModel(models.Model):
    """A record that ships. Entries are never deleted: `withdrawn_on` says since when one no longer ships."""

    shape: ClassVar[type[BaseModel]]

    code = models.CharField(max_length=120, unique=True)
    name_ko = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    data = models.JSONField()
    shipped_digest = models.CharField(max_length=64, editable=False, help_text="of the record as last shipped")
    position = models.PositiveIntegerField(default=0)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name_en

    @cached_property
    def record(self) -> Any:
        """The record as its reference schema has it."""
        return self.shape.model_validate(self.data)
