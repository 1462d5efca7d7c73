"""Django's name for this part of the web."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "seoulution.web.api"
    label = "web_api"
