"""Django's name for this part of the web."""

from django.apps import AppConfig


class BureausConfig(AppConfig):
    name = "seoulution.web.bureaus"
    label = "web_bureaus"
