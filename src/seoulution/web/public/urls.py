"""Addresses of the public site."""

from django.urls import path

from seoulution.web.public import (
    ask,
    cities,
    city,
    edition,
    figures,
    home,
    network,
    notices,
    solution,
    solutions,
    sources,
    status,
    versions,
)

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("solutions/", solutions.listing, name="solutions"),
    path("solutions/download/<slug:name>/", solutions.download, name="solutions-download"),
    path("solutions/<slug:code>/", solution.page, name="solution"),
    path("solutions/<slug:code>/download/<slug:name>/", solution.download, name="solution-download"),
    path("solutions/<slug:code>/for/", edition.of, name="edition-of"),
    path("solutions/<slug:code>/for/<str:city>/", edition.page, name="edition"),
    path("solutions/<slug:code>/for/<slug:city>/download/<slug:name>/", edition.download, name="edition-download"),
    path("solutions/<slug:code>/versions/", versions.listing, name="solution-versions"),
    path("solutions/<slug:code>/versions/<int:number>/", versions.page, name="solution-version"),
    path("solutions/<slug:code>/versions/<int:older>..<int:newer>/", versions.difference, name="solution-difference"),
    path("cities/", cities.listing, name="cities"),
    path("cities/download/<slug:name>/", cities.download, name="cities-download"),
    path("cities/<slug:code>/", city.page, name="city"),
    path("cities/<slug:code>/download/<slug:name>/", city.download, name="city-download"),
    path("status/", status.page, name="status"),
    path("status/download/<slug:name>/", status.download, name="status-download"),
    path("network/", network.page, name="network"),
    path("figures/", figures.about, name="figures"),
    path("figures/corrections/", figures.corrections, name="corrections"),
    path("figures/corrections/download/<slug:name>/", figures.corrections_download, name="corrections-download"),
    path("sources/", sources.listing, name="sources"),
    path("sources/download/<slug:name>/", sources.download, name="sources-download"),
    path("open-data/", figures.open_data, name="open-data"),
    path("ask/", ask.ask, name="ask"),
    path("privacy/", notices.privacy, name="privacy"),
    path("licence/", notices.licence, name="licence"),
]
