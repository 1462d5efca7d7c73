"""Reference records in the database: key columns for finding, and the record itself in the shape it was checked in."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar, Final

from django.db import connection, models
from pydantic import BaseModel

_MOST_CHECKED: Final = 20_000
_CHECKED: dict[tuple[type[BaseModel], str, str, int], BaseModel] = {}
"""Records are frozen, so all requests of a process can share them."""


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
        """The record as its reference schema has it; checked once per process as long as neither file nor person changed it."""
        return checked_once(self, "", lambda: self.data)


def checked_once(row: ReferenceModel, reading: str, data: Callable[[], Any]) -> Any:
    """`data` in the row's shape, checked once per process for each shipped text, revision and `reading` of it.

    A row fetched with `defer("data")` reads it only when it is not known yet, and then together with what it is kept under.
    Nothing read within a transaction is kept: what is undone must not be found again under the number that the next change gets.
    """
    if not row.shipped_digest:
        return row.shape.model_validate(data())
    known = _CHECKED.get(_version(row, reading))
    if known is None:
        if "data" not in row.__dict__:
            row.refresh_from_db(fields=["data", "shipped_digest", *(["revision"] if hasattr(row, "revision") else [])])
        known = row.shape.model_validate(data())
        if not connection.in_atomic_block:
            if len(_CHECKED) >= _MOST_CHECKED:
                _CHECKED.clear()
            _CHECKED[_version(row, reading)] = known
    return known


def _version(row: ReferenceModel, reading: str) -> tuple[type[BaseModel], str, str, int]:
    return (row.shape, f"{row.code} {reading}", row.shipped_digest, getattr(row, "revision", 0))
