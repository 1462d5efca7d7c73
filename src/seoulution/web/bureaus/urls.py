"""Addresses of the bureaus' desk."""

from django.urls import path

from seoulution.web.bureaus import desk

app_name = "bureaus"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("solutions/", desk.solutions, name="solutions"),
    path("solutions/<slug:code>/claims/", desk.claims_of, name="solution_claims"),
    path("claims/", desk.claims, name="claims"),
    path("feedback/", desk.feedback, name="feedback"),
]
