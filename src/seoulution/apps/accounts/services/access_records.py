"""Who looked at whose data: rows that are only ever added, each sealing the one before."""

import hashlib
import json
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from seoulution.apps.accounts.models import AccessRecord, User
from seoulution.formats.cleaning import clean_text

_APPENDING: Final = 7_208_112_004
"""The advisory lock that puts appends in a row: a seal needs the one before it."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What a walk along the seals found: how many rows, and the first whose seal does not fit."""

    rows: int
    broken_at: int | None = None

    @property
    def holds(self) -> bool:
        return self.broken_at is None


@transaction.atomic
def record_access(
    user: User | None,
    *,
    address: str | None,
    about: str,
    about_code: str,
    whose: str,
    action: str,
    reason: str = "",
) -> AccessRecord:
    """Adds that a person viewed, exported or downloaded a record with somebody's data.

    user : None where a private link was used; address : of the machine it came from; action : view, export or download
    whose : says whose data by record, never by name: this row outlives a wish to be forgotten
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_APPENDING])
    before = AccessRecord.objects.order_by("-id").values_list("seal", flat=True).first() or ""
    record = AccessRecord(
        at=timezone.now(),
        user=user,
        username=user.username if user else "",
        address=_plain(address) if address else None,
        about=about,
        about_code=about_code,
        whose=whose[:200],
        action=action,
        reason=clean_text(reason).strip()[:500],
    )
    record.seal = seal_of(record, before)
    record.save(force_insert=True)
    return record


def seal_of(record: AccessRecord, before: str) -> str:
    """SHA-256 over everything the row says and the seal before it."""
    said = [
        before,
        record.at.isoformat(),
        record.user_id,
        record.username,
        record.address,
        record.about,
        record.about_code,
        record.whose,
        record.action,
        record.reason,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _plain(address: str) -> str:
    """One spelling for one machine, as the database gives it back: the seal is over these characters."""
    parsed = ip_address(address)
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return str(mapped or parsed)


def verify_chain(*, latest: int | None = None) -> Chain:
    """Walks the rows from the first, or the latest so many: a changed, removed or slipped-in one breaks the seal after it."""
    rows = AccessRecord.objects.order_by("id")
    before, walked = "", 0
    if latest is not None and (first := AccessRecord.objects.order_by("-id").values_list("id", "seal")[latest : latest + 1]):
        ((at, before),) = first
        rows = rows.filter(id__gt=at)
    for record in rows.iterator(chunk_size=2_000):
        walked += 1
        if record.seal != seal_of(record, before):
            return Chain(walked, record.pk)
        before = record.seal
    return Chain(walked)
