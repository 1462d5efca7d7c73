"""Addresses of the bureaus' desk."""

from django.urls import path

from seoulution.web.bureaus import claims, desk

app_name = "bureaus"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("solutions/", desk.solutions, name="solutions"),
    path("solutions/<slug:code>/claims/", claims.of_solution, name="solution_claims"),
    path("claims/", claims.listing, name="claims"),
    path("claims/confirm/", claims.confirm_many, name="claims_confirm"),
    path("claims/<slug:solution>/<str:code>/", claims.page, name="claim"),
    path("claims/<slug:solution>/<str:code>/confirm/", claims.confirm, name="claim_confirm"),
    path("claims/<slug:solution>/<str:code>/end/", claims.end, name="claim_end"),
    path("feedback/", desk.feedback, name="feedback"),
]
