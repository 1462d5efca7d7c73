"""Django's name for this app."""

from django.apps import AppConfig


class TargetingConfig(AppConfig):
    name = "seoulution.apps.targeting"
    label = "targeting"
