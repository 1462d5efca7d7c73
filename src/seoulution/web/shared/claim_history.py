"""What happened to a claim, in plain words, from the history that the database keeps itself."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from seoulution.apps.accounts.names import names_of
from seoulution.apps.catalogue.manuscripts import value_words
from seoulution.apps.catalogue.models import Claim
from seoulution.web.shared.component_values import TimelineEvent


def claim_events(claim: Claim) -> list[TimelineEvent]:
    """Newest first; a change that says nothing to a reader (the place of a section, a spelling) is told as such."""
    rows: list[Any] = list(
        apps.get_model("catalogue.ClaimEvent")
        ._default_manager.filter(pgh_obj_id=claim.pk)
        .select_related("pgh_context")
        .order_by("pgh_id")
    )
    earlier: list[Any] = [None, *rows[:-1]]
    return [_event(row, before) for row, before in zip(rows, earlier, strict=True)][::-1]


def _event(row: Any, before: Any) -> TimelineEvent:
    told = row.pgh_context.metadata if row.pgh_context else {}
    said = list(_changes(row, before)) if before is not None else [_("Put on record."), *_until(row)]
    if answer := told.get("answer"):
        said.append(_("Answer: “%(words)s”") % {"words": answer})
    title, *body = said or [_("Its entry in the text changed.")]
    return TimelineEvent(when=row.pgh_created_at, title=title, body=" ".join(body), by=_who(str(told.get("by", ""))))


def _who(username: str) -> str:
    return names_of([username]).get(username, username) if username else ""


def _changes(row: Any, before: Any) -> Iterator[str]:
    if row.figure != before.figure and row.figure and before.figure:
        values = {"before": value_words(before.figure), "now": value_words(row.figure)}
        yield _("Its value changed from %(before)s to %(now)s; it has to be confirmed anew.") % values
    if row.questioned_at and row.questioned_at != before.questioned_at:
        yield _("Doubted: “%(words)s”") % {"words": row.question}
    confirmed = row.confirmed_on is not None and row.revision != before.revision and row.confirmed_by_id is not None
    if (confirmed and (row.confirmed_on, row.review_on) != (before.confirmed_on, before.review_on)) or (
        confirmed and before.questioned_at and not row.questioned_at
    ):
        yield _("Confirmed: it is still true.")
        if row.review_on:
            yield _("Asked again on %(date)s.") % {"date": _day(row.review_on)}
    if row.valid_until != before.valid_until:
        yield from _until(row) if row.valid_until else [_("It may be quoted without an end.")]


def _until(row: Any) -> list[str]:
    return [_("It may be quoted until %(date)s.") % {"date": _day(row.valid_until)}] if row.valid_until else []


def _day(day: date) -> str:
    return str(date_format(day, "DATE_FORMAT"))
