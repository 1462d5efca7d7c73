"""Addresses of the public site."""

from django.urls import path

from seoulution.web.public import ask

app_name = "public"
urlpatterns = [
    path("ask/", ask.ask, name="ask"),
]
