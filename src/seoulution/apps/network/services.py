"""Puts reference records into the database without touching what people changed since."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, TypeVar

import pghistory
from django.db import models, transaction
from django.utils.text import slugify
from pydantic import BaseModel

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.services.sessions import end_all_sessions
from seoulution.apps.network.models import (
    Affiliation,
    Agency,
    Agreement,
    Correction,
    Firm,
    NetworkEdge,
    NetworkNode,
    Responsibility,
    Source,
)
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.engagements.codes import Rank
from seoulution.formats.cleaning import clean_text
from seoulution.reference.load import Reference
from seoulution.reference.schema import base, network

R = TypeVar("R", bound=BaseModel)
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a load did with one kind of record."""

    added: int = 0
    changed: int = 0
    same: int = 0
    withdrawn: int = 0


def digest_of(record: BaseModel) -> str:
    """Equal for equal records, whatever the order of keys in the file."""
    return hashlib.sha256(json.dumps(record.model_dump(mode="json"), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def store_records(
    model: type[ReferenceModel],
    records: Iterable[R],
    columns: Callable[[R], Columns],
    *,
    today: date,
    kept_once_changed: tuple[str, ...] = (),
) -> Stored:
    """Adds new records, updates those whose shipped text changed, withdraws those that no longer ship.

    columns : from a record to `code`, `name_ko`, `name_en` and the model's own key columns
    kept_once_changed : columns that people move on by their work; a load sets them only while the row's `revision` is 1
    """
    existing = {row.code: row for row in model._default_manager.all()}
    added = changed = same = 0
    shipped: set[str] = set()
    for position, record in enumerate(records, start=1):
        values = {**columns(record), "position": position}
        code = values.pop("code")
        shipped.add(code)
        digest = digest_of(record)
        row = existing.get(code)
        if row is None:
            model._default_manager.create(code=code, data=record.model_dump(mode="json"), shipped_digest=digest, **values)
            added += 1
        elif row.shipped_digest != digest or row.withdrawn_on is not None:
            kept = kept_once_changed if getattr(row, "revision", 1) > 1 else ()
            shipped_values = {**values, "data": record.model_dump(mode="json"), "shipped_digest": digest, "withdrawn_on": None}
            _update(row, shipped_values, kept)
            changed += 1
        else:
            if row.position != position:
                _update(row, {"position": position}, ())
            same += 1
    gone = [row for code, row in existing.items() if code not in shipped and row.withdrawn_on is None and row.shipped_digest]
    for row in gone:
        _update(row, {"withdrawn_on": today}, ())
    return Stored(added, changed, same, len(gone))


def _update(row: models.Model, values: Columns, kept: tuple[str, ...]) -> None:
    for name, value in values.items():
        if name not in kept:
            setattr(row, name, value)
    row.save()


def names(words: base.Words) -> dict[str, str]:
    """Both names as columns."""
    return {"name_ko": words.ko, "name_en": words.en}


def store_sources(reference: Reference) -> Stored:
    """Every source, updated in place."""
    rows = [
        Source(
            code=source.code,
            title=source.title,
            publisher=source.publisher,
            address=source.address or "",
            published=source.published or "",
            retrieved_on=source.retrieved_on,
            note_ko=source.note.ko if source.note else "",
            note_en=source.note.en if source.note else "",
        )
        for source in reference.of(base.Source)
    ]
    before = Source.objects.count()
    fields = ["title", "publisher", "address", "published", "retrieved_on", "note_ko", "note_en"]
    Source.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=fields)
    return Stored(added=Source.objects.count() - before, same=before)


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Sources, corrections, bodies, firms, agreements and the chart."""
    stored = {"sources": store_sources(reference)}
    stored["corrections"] = store_records(
        Correction,
        reference.of(base.Correction),
        lambda r: {"code": f"correction-{r.number}", "document": r.document, **names(r.where)},
        today=today,
    )
    stored["agencies"] = store_records(
        Agency,
        reference.of(network.Agency),
        lambda r: {"code": r.code, "kind": r.kind, "party": r.party, **names(r.name)},
        today=today,
    )
    agency = {row.code: row for row in Agency.objects.all()}
    stored["firms"] = store_records(Firm, reference.of(network.Firm), lambda r: {"code": r.code, **names(r.name)}, today=today)
    stored["agreements"] = store_records(
        Agreement,
        reference.of(network.Agreement),
        lambda r: {"code": r.code, "partner": agency[r.partner], "year": r.year, **names(r.subject)},
        today=today,
    )
    stored["nodes"] = store_records(
        NetworkNode, reference.of(network.Node), lambda r: {"code": r.code, **names(r.name)}, today=today
    )
    node = {row.code: row for row in NetworkNode.objects.all()}
    stored["edges"] = store_records(
        NetworkEdge,
        reference.of(network.Edge),
        lambda r: {
            "code": f"{r.tail}--{r.flow}--{r.head}",
            "tail": node[r.tail],
            "head": node[r.head],
            "flow": r.flow,
            "name_ko": r.printed,
            "name_en": r.flow.value,
        },
        today=today,
    )
    stored["responsibilities"] = store_records(
        Responsibility,
        reference.of(network.Responsibility),
        lambda r: {
            "code": f"{r.agency}-{digest_of(r)[:8]}",
            "agency": agency[r.agency],
            "name_ko": r.duty.ko[:300],
            "name_en": r.duty.en[:300],
        },
        today=today,
    )
    return stored


def affiliate(user: User, *, agency: Agency | None = None, firm: Firm | None = None, rank: Rank | None = None) -> Affiliation:
    """Says for whom a person works; exactly one body. `rank` : where they sign in it; without one, what is on record stays."""
    ranked = {"rank": rank.value} if rank else {}
    affiliation, _ = Affiliation.objects.update_or_create(user=user, defaults={"agency": agency, "firm": firm, **ranked})
    return affiliation


@transaction.atomic
def say_affiliation(user: User, *, agency: Agency | None, firm: Firm | None, rank: str, by: User) -> None:
    """For whom a person works and where they sign there, as a manager says it; neither body takes the affiliation away.

    What it opens changes with it, so all sessions of the person end.
    """
    required(by, Permission.MANAGE_PEOPLE)
    with pghistory.context(reason="body and rank", by=by.username):
        if agency is None and firm is None:
            Affiliation.objects.filter(user=user).delete()
        else:
            given = {"agency": agency, "firm": None if agency else firm, "rank": rank}
            Affiliation.objects.update_or_create(user=user, defaults=given)
        end_all_sessions(user)


@transaction.atomic
def add_source(*, title: str, publisher: str, address: str = "", published: str = "") -> Source:
    """A source that somebody found and that did not ship. Its code begins with `added-`, which no shipped one does.

    A source with the same title and address is not added twice: the one on record is given back.
    """
    words = {"title": clean_text(title).strip(), "publisher": clean_text(publisher).strip()}
    link = clean_text(address).strip()
    on_record = Source.objects.filter(title=words["title"], address=link).first()
    if on_record is not None:
        return on_record
    stem = f"added-{slugify(words['title'])[:40].strip('-')}".rstrip("-")
    taken = set(Source.objects.filter(code__startswith=stem).values_list("code", flat=True))
    code = next(code for n in count(1) if (code := stem if n == 1 and stem != "added" else f"{stem}-{n}") not in taken)
    return Source.objects.create(code=code, address=link, published=clean_text(published).strip()[:60], **words)
