"""Addresses of the office's records: solutions, cities, engagements, rules, funds and target cities."""

from django.urls import include, path

from seoulution.web.office import (
    cities,
    city,
    claims,
    engagement,
    engagement_steps,
    engagements,
    funds,
    reviews,
    solution_imports,
    solutions,
    stages,
    targets,
)

urlpatterns = [
    path("solutions/", solutions.listing, name="solutions"),
    path("solutions/import/", solution_imports.page, name="solution_imports"),
    path("solutions/import/<int:pk>/", solution_imports.report, name="solution_import"),
    path("claims/", claims.listing, name="claims"),
    path("claims/<slug:solution>/<str:code>/", claims.page, name="claim"),
    path("claims/<slug:solution>/<str:code>/question/", claims.question, name="claim_question"),
    path("reviews/", reviews.listing, name="reviews"),
    path("reviews/<slug:code>/", reviews.review, name="review"),
    path("cities/", cities.listing, name="cities"),
    path("cities/<slug:code>/", city.workspace, name="city"),
    path("engagements/", engagements.listing, name="engagements"),
    path("engagements/<slug:code>/", engagement.page, name="engagement"),
    path("engagements/<slug:code>/advance/", engagement_steps.advance, name="engagement_advance"),
    path("engagements/<slug:code>/end/", engagement_steps.end, name="engagement_end"),
    path("", include("seoulution.web.office.legal_urls")),
    path("stages/", stages.page, name="stages"),
    path("funds/", funds.listing, name="funds"),
    path("funds/<slug:code>/", funds.page, name="fund"),
    path("targets/", targets.page, name="targets"),
]
