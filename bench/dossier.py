"""CPU time of each step from a text to a paper, process warm. Bound of a format: writing the same words as plain JSON."""

import time
from collections.abc import Callable

from bench.table import Row, median

TEXT = "Our buses crawl in traffic, fares differ on every line, and pipes leak: half of the water we produce is lost."


def measured() -> list[Row]:
    """Medians of seven runs, wall time where the work is done in the PDF child."""
    from seoulution.commands.django_ready import ready

    ready()
    from django.utils import timezone

    from seoulution.apps.cities.models import City
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.demand.understanding import understand_text
    from seoulution.apps.matching.queries import offers_for
    from seoulution.apps.publishing.compose.dossier import dossier
    from seoulution.apps.publishing.gather import case_of_request, case_of_text
    from seoulution.engine.vocabulary import Language
    from seoulution.formats import produce

    city = City.objects.select_related("country").get(code="metro-manila")
    today, now = timezone.localdate(), timezone.now()
    found = understand_text(TEXT, "en")
    asked = [(need.text, need.concepts, need.sector) for need in found.needs]
    request = SharingRequest.objects.get(code="metro-manila-2013")
    case = case_of_text(TEXT, city, "metro-manila", declared="en", today=today, now=now)
    document = dossier(case, Language.EN)
    bound = _median(lambda: produce(document, "json"))
    rows = [
        Row("understand a request", _median(lambda: understand_text(TEXT, "")), "ms"),
        Row("match two needs", _median(lambda: offers_for(asked, "en", city, today=today)), "ms"),
        Row("gather a stored request with plan", _median(lambda: case_of_request(request, today=today, now=now)), "ms"),
        Row(
            "dossier value of a stored request",
            _median(lambda: dossier(case_of_request(request, today=today, now=now), Language.EN)),
            "ms",
            note="goal 500",
        ),
        Row(
            "dossier value from a text",
            _median(
                lambda: dossier(case_of_text(TEXT, city, "metro-manila", declared="en", today=today, now=now), Language.EN)
            ),
            "ms",
            note="goal 500",
        ),
    ]
    for name, goal in (("html", ""), ("pdf", "goal 1000"), ("docx", ""), ("hwpx", "goal 1000")):
        rows.append(
            Row(f"{name} of the dossier, wall", _median(lambda n=name: produce(document, n), wall=True), "ms", bound, note=goal)
        )
    return rows


def _median(work: Callable[[], object], *, wall: bool = False, runs: int = 7) -> float:
    work()
    clock = time.perf_counter if wall else time.process_time
    figures = []
    for _ in range(runs):
        started = clock()
        work()
        figures.append((clock() - started) * 1000)
    return median(figures)
