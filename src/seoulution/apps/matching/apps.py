"""Django's name for this app."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "seoulution.apps.matching"
    label = "matching"
