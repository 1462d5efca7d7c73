"""Addresses of the partner portal."""

from django.urls import path

from seoulution.web.partner_portal import desk

app_name = "partner_portal"
urlpatterns = [
    path("", desk.desk, name="desk"),
]
