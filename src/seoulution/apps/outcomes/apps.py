"""Django's name for this app."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "seoulution.apps.outcomes"
    label = "outcomes"
