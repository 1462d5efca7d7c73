"""Addresses of the bureaus' desk."""

from django.urls import include, path

from seoulution.web.bureaus import begin, claims, desk, review, sources

app_name = "bureaus"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("solutions/", desk.solutions, name="solutions"),
    path("solutions/new/", begin.begin, name="begin"),
    path("solutions/<slug:code>/edit/", include("seoulution.web.bureaus.edit_urls")),
    path("solutions/<slug:code>/review/", review.review, name="review"),
    path("sources/options/", sources.options, name="source_options"),
    path("solutions/<slug:code>/claims/", claims.of_solution, name="solution_claims"),
    path("claims/", claims.listing, name="claims"),
    path("claims/confirm/", claims.confirm_many, name="claims_confirm"),
    path("claims/<slug:solution>/<str:code>/", claims.page, name="claim"),
    path("claims/<slug:solution>/<str:code>/confirm/", claims.confirm, name="claim_confirm"),
    path("claims/<slug:solution>/<str:code>/end/", claims.end, name="claim_end"),
    path("feedback/", desk.feedback, name="feedback"),
]
