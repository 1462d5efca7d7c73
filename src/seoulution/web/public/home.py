"""The first page: what does your city need? Then what there is."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.outcomes.models import Result
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Sector
from seoulution.web.public.programme import live_map
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.status_map import counts_of_places, places_of, status_map

LATEST_RESULTS = 5


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """The box, sectors, the programme map, the status map, confirmed results. A need asked here in the past leads to its answer."""
    if "need" in request.GET:
        return redirect(f"{reverse('public:solutions')}?{urlencode({'q': request.GET['need'][:2_000]})}")
    counts = dict(PolicySolution.objects.offered().values_list("sector").annotate(Count("pk")).order_by())
    today = timezone.localdate()
    places = places_of(shown_to_all(), today, today=today)
    context = {
        "sectors": [(sector.value, label(Sector, sector), counts.get(sector.value, 0)) for sector in Sector],
        "solution_count": sum(counts.values()),
        "chart": live_map(),
        "map": status_map(places),
        "counts": counts_of_places(places),
        "results": Result.objects.filter(engagement__in=shown_to_all())
        .exclude(confirmed_on=None)
        .select_related("engagement__city")
        .defer("engagement__data", "engagement__city__data")
        .order_by("-confirmed_on")[:LATEST_RESULTS],
    }
    return render(request, "public/home.html", context)
