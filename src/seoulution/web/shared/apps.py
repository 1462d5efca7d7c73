"""Django's name for this part of the web."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "seoulution.web.shared"
    label = "web_shared"
