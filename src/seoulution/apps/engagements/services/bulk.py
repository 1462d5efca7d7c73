"""One change for many engagements: tried first through the very services that would make it, then made, row by row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.details import Details, change_details
from seoulution.apps.engagements.services.moves import end
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, reasoned, required
from seoulution.apps.network.models import Agency
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Ending, Party, Sector, Stage, Standing

MOST: Final = 200
"""Rows changed at once: as many as a person can still look over in a preview; our setting."""


class BulkField(StrEnum):
    """What can be changed for many at once."""

    OWNER = "owner"
    RESPONSIBLE = "responsible"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True)
class BulkChange:
    """The same change for every row. `owner` or `responsible` may be None: nobody's, or no body's, from now on."""

    field: BulkField
    reason: str
    owner: User | None = None
    responsible: Agency | None = None


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One row: as it was, and why it would not, or did not, change. No findings: it changes. `is_same`: it is so already."""

    engagement: Engagement
    findings: tuple[Finding, ...] = ()
    is_same: bool = False

    @property
    def changes(self) -> bool:
        return not self.findings and not self.is_same


class TooMany(ValueError):
    """More rows than a person can look over. Nothing was written."""


@transaction.atomic
def preview(rows: Iterable[Engagement], change: BulkChange, *, by: User, today: date) -> tuple[BulkLine, ...]:
    """What would happen to each row. Everything is done and undone again, so the preview can't differ from the deed.

    raises PermissionDenied, ReasonMissing, TooMany
    """
    lines = _through({row.pk: row.revision for row in rows}, change, by, today)
    transaction.set_rollback(True)
    return lines


def apply(seen: Mapping[int, int], change: BulkChange, *, by: User, today: date) -> tuple[BulkLine, ...]:
    """Makes the change in every row that lets it; the others stay as they are, each with its reason.

    seen : primary key -> revision of the row as the preview showed it
    raises PermissionDenied, ReasonMissing, TooMany
    """
    return _through(seen, change, by, today)


def _through(seen: Mapping[int, int], change: BulkChange, by: User, today: date) -> tuple[BulkLine, ...]:
    required(by, Permission.WORK_ENGAGEMENTS)
    reasoned(change.reason)
    if len(seen) > MOST:
        raise TooMany(f"at most {MOST} at once")
    rows = visible_to(by).filter(pk__in=seen).select_related("owner", "responsible", "city").order_by("row", "position", "code")
    return tuple(_line(row, seen[row.pk], change, by, today) for row in rows)


def _line(row: Engagement, revision: int, change: BulkChange, by: User, today: date) -> BulkLine:
    if _is_same(row, change):
        return BulkLine(row, is_same=True)
    try:
        with transaction.atomic():
            DEEDS[change.field](row, revision, change, by, today)
    except NotOwnFile as refused:
        return BulkLine(row, (refused.finding,))
    except NotAllowed as refused:
        return BulkLine(row, refused.findings)
    except AlreadyOver:
        return BulkLine(row, (Finding("engagement.ended-already", subject=row.code),))
    except StaleEdit:
        return BulkLine(row, (Finding("engagement.changed-meanwhile", subject=row.code),))
    return BulkLine(row)


def _is_same(row: Engagement, change: BulkChange) -> bool:
    if change.field is BulkField.OWNER:
        return row.owner_id == (change.owner.pk if change.owner else None)
    if change.field is BulkField.RESPONSIBLE:
        return row.responsible_id == (change.responsible.pk if change.responsible else None)
    return False


def _with(row: Engagement, revision: int, change: BulkChange, by: User, today: date) -> None:
    changed = {"owner": change.owner} if change.field is BulkField.OWNER else {"responsible": change.responsible}
    change_details(row, replace(_details(row), **changed), reason=change.reason, seen_revision=revision, by=by)


def _dormant(row: Engagement, revision: int, change: BulkChange, by: User, today: date) -> None:
    end(row, ending=Ending.DORMANT, reason=change.reason, seen_revision=revision, by=by, today=today)


DEEDS: Final[Mapping[BulkField, Callable[[Engagement, int, BulkChange, User, date], None]]] = {
    BulkField.OWNER: _with,
    BulkField.RESPONSIBLE: _with,
    BulkField.DORMANT: _dormant,
}


def _details(row: Engagement) -> Details:
    return Details(
        name_ko=row.name_ko,
        name_en=row.name_en,
        sector=Sector(row.sector),
        standing=Standing(row.standing),
        client=row.client,
        amount=row.amount,
        currency=row.currency,
        owner=row.owner,
        responsible=row.responsible,
        aim=Stage(row.aim) if row.aim else None,
        operator=Party(row.operator) if row.operator else None,
        is_sensitive=row.is_sensitive,
        is_public=row.is_public,
    )
