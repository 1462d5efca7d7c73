"""Addresses of the programme around the engagements: network, training, results, documents, own aid, corrections."""

from django.urls import path

from seoulution.web.office import (
    agency,
    corrections,
    documents,
    firm,
    network,
    oda,
    responsibilities,
    results,
    sending_new,
    sendings,
    training,
)

urlpatterns = [
    path("network/", network.page, name="network"),
    path("network/firms/<slug:code>/", firm.page, name="firm"),
    path("network/responsibilities/", responsibilities.page, name="responsibilities"),
    path("network/<slug:code>/", agency.page, name="agency"),
    path("training/", training.page, name="training"),
    path("results/", results.page, name="results"),
    path("documents/", documents.page, name="documents"),
    path("documents/sent/", sendings.listing, name="sendings"),
    path("documents/sent/new/", sending_new.record, name="sending_new"),
    path("documents/sent/<int:pk>/", sendings.page, name="sending"),
    path("documents/sent/<int:pk>/told/", sendings.told, name="sending_told"),
    path("documents/sent/<int:pk>/untold/", sendings.untold, name="sending_untold"),
    path("oda/", oda.page, name="oda"),
    path("corrections/", corrections.listing, name="corrections"),
]
