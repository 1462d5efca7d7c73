"""Django's name for this part of the web."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "seoulution.web.office"
    label = "web_office"
