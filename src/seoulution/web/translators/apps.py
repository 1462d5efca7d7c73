"""Django's name for this part of the web."""

from django.apps import AppConfig


class TranslatorsConfig(AppConfig):
    name = "seoulution.web.translators"
    label = "web_translators"
