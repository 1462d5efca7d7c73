"""Loads training courses."""

from datetime import date

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.apps.training.models import TrainingCourse
from seoulution.reference.load import Reference
from seoulution.reference.schema import network


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Courses with the solutions they teach."""
    agency = {row.code: row for row in Agency.objects.all()}
    records = reference.of(network.TrainingCourse)
    stored = store_records(
        TrainingCourse, records, lambda r: {"code": r.code, "host": agency[r.host], **names(r.name)}, today=today
    )
    solution = {row.code: row for row in PolicySolution.objects.all()}
    for record in records:
        course = TrainingCourse.objects.get(code=record.code)
        course.solutions.set([solution[code] for code in record.solutions if code in solution])
    return {"courses": stored}
