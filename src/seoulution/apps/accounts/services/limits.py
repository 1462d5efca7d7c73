"""Taking from buckets: one statement, the same for all processes, whoever comes first."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from seoulution.apps.accounts.limits import LIMITS, Limit
from seoulution.apps.accounts.models import Bucket


class Exhausted(NamedTuple):
    """A limit that is reached, and the seconds until there is one again."""

    limit: Limit
    wait: int


def take(*wanted: tuple[str, str]) -> Exhausted | None:
    """Takes one from each bucket, given as limit and key. None: all had one; otherwise the one to wait for longest.

    A key is what the limit counts by; only a keyed hash of it is kept.
    """
    rows = sorted((code, _hashed(code, key)) for code, key in set(wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO accounts_bucket AS b ("limit", key, tokens, per_second, refused, at)
            SELECT one.code, one.key, one.most - 1, one.per_second, false, clock_timestamp()
            FROM unnest(%s::text[], %s::text[], %s::float8[], %s::float8[]) AS one(code, key, most, per_second)
            ON CONFLICT ("limit", key) DO UPDATE SET (tokens, refused, per_second, at) = (
                SELECT CASE WHEN there >= 1 THEN there - 1 ELSE there END, there < 1, EXCLUDED.per_second, clock_timestamp()
                FROM (SELECT LEAST(
                    EXCLUDED.tokens + 1,
                    b.tokens + GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - b.at)) * EXCLUDED.per_second
                ) AS there) AS filled
            )
            RETURNING "limit", tokens, refused
            """,
            [
                [code for code, _ in rows],
                [key for _, key in rows],
                [float(LIMITS[code].most) for code, _ in rows],
                [LIMITS[code].per_second for code, _ in rows],
            ],
        )
        found: Sequence[tuple[str, float, bool]] = cursor.fetchall()
    exhausted = [
        Exhausted(LIMITS[code], max(1, round((1 - tokens) / LIMITS[code].per_second)))
        for code, tokens, refused in found
        if refused
    ]
    return max(exhausted, key=lambda one: one.wait, default=None)


def forget_full_buckets() -> int:
    """A bucket untouched for a day is full again and says nothing; returns how many went."""
    count, _ = Bucket.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
    return count


def _hashed(limit: str, key: str) -> str:
    return salted_hmac(f"seoulution.limits.{limit}", key, algorithm="sha256").hexdigest()[:32]
