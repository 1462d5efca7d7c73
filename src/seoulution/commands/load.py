"""`seoulution load`: reference data into the database, then the search index."""

import argparse
from datetime import date
from typing import Any

from seoulution.commands.django_ready import ready
from seoulution.commands.progress import bar, step


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("load", help="load the reference data and refresh the search index")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Loads everything; a refused file stops the load and nothing is changed."""
    ready()
    load_all()
    return 0


def load_all() -> None:
    """All apps in the order of the flow, in one transaction; then the passages of solutions that changed."""
    from django.db import transaction

    from seoulution.apps.catalogue.services import load as catalogue
    from seoulution.apps.cities.services import load as cities
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.demand.services import load as demand
    from seoulution.apps.engagements.services.loading import load as engagements
    from seoulution.apps.financing.services import load as financing
    from seoulution.apps.matching.services import index_passages, match_needs
    from seoulution.apps.network.services import load as network
    from seoulution.apps.publishing.services.loading import load as publishing
    from seoulution.apps.targeting.services import load as targeting
    from seoulution.apps.training.services import load as training
    from seoulution.reference.load import reference

    with step("Reading and checking the reference data"):
        checked = reference()
    today = date.today()
    with step("Loading the reference data"), transaction.atomic():
        for load in (network, catalogue, cities, targeting, engagements, financing, training, publishing):
            load(checked, today=today)
    index_passages(progress=lambda done, total: bar(done, total, "Building the search index"))
    with step("Loading the requests of the documents"), transaction.atomic():
        demand(checked, today=today)
        for request in SharingRequest.objects.filter(needs__isnull=False, needs__matches__isnull=True).distinct():
            match_needs(request, today=today, by=None)
