"""What the tests of an engagement's services share: a file that people opened, one that the documents tell, and its last event."""

from datetime import date
from typing import Any, Final

from django.apps import apps

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.opening import Opening, open_file
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Sector, Stage

TODAY: Final = date(2026, 11, 22)
TOLD: Final = "bangkok-fare-card-consulting"


def opening(**changes: Any) -> Opening:
    """A proposal of ours to Hanoi, in exchange."""
    given: dict[str, Any] = {
        "name_ko": "하노이 상수도 자문",
        "name_en": "Advice on Hanoi's water supply",
        "city": City.objects.get(code="hanoi"),
        "sector": Sector.WATER,
        "lead": Party.INSTITUTE,
        "activity": Activity.ADVICE,
        "money_flow": MoneyFlow.NONE,
        "stage": Stage.EXCHANGE,
        "reason": "our proposal at the forum",
        **changes,
    }
    return Opening(**given)


def opened(by: User, **changes: Any) -> Engagement:
    """That proposal, opened today."""
    return open_file(opening(**changes), by=by, today=TODAY)


def told() -> Engagement:
    """Consulting for Bangkok, won and begun, as the documents have it."""
    return Engagement.objects.get(code=TOLD)


def water_solution() -> PolicySolution:
    return PolicySolution.objects.get(code="revenue-water")


def last_context(model: str, pk: int) -> dict[str, Any]:
    """Reason and actor that the database kept with the newest event of a row."""
    event: Any = apps.get_model(f"engagements.{model}Event").objects.filter(pgh_obj_id=pk).latest("pgh_id")
    found: dict[str, Any] = event.pgh_context.metadata
    return found
