"""Loads the documents' engagements, legal rules, difficulties and stage notes."""

from datetime import date
from typing import Final

from django.db import transaction

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Difficulty, Engagement, LegalRule, StageNote
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.reference.load import Reference
from seoulution.reference.schema import programme

MOVED_BY_WORK: Final = ("stage", "standing", "lead", "activity", "money_flow")
CHANGED_UNDER_REVIEW: Final = ("data", "valid_from", "valid_to", "name_ko", "name_en")
"""A rule that people changed under review is no longer overwritten by what ships."""


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """The documents' engagements from their true states, and the rules around them."""
    city = {row.code: row for row in City.objects.all()}
    records = reference.of(programme.Engagement)
    stored = store_records(
        Engagement,
        records,
        lambda r: {
            "code": r.code,
            "city": city[r.city],
            "sector": r.sector,
            "stage": r.stage,
            "standing": r.standing,
            "lead": r.lead,
            "activity": r.activity,
            "money_flow": r.money_flow,
            "row": r.row,
            **names(r.name),
        },
        today=today,
        kept_once_changed=MOVED_BY_WORK,
    )
    solution = {row.code: row for row in PolicySolution.objects.all()}
    rows = {row.code: row for row in Engagement.objects.all()}
    for record in records:
        rows[record.code].solutions.add(*[solution[code] for code in record.solutions if code in solution])
    return {"engagements": stored} | _load_rules(reference, today)


def _load_rules(reference: Reference, today: date) -> dict[str, Stored]:
    return {
        "legal rules": store_records(
            LegalRule,
            reference.of(programme.LegalRule),
            lambda r: {
                "code": r.code,
                "valid_from": r.valid_from,
                "valid_to": r.valid_to,
                "name_ko": r.basis.ko[:300],
                "name_en": r.basis.en[:300],
            },
            today=today,
            kept_once_changed=CHANGED_UNDER_REVIEW,
        ),
        "difficulties": store_records(
            Difficulty,
            reference.of(programme.Difficulty),
            lambda r: {"code": r.code, "name_ko": r.text.ko[:300], "name_en": r.text.en[:300]},
            today=today,
        ),
        "stages": store_records(
            StageNote, reference.of(programme.StageNote), lambda r: {"code": r.stage.value, **names(r.name)}, today=today
        ),
    }
