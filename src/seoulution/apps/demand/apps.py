"""Django's name for this app."""

from django.apps import AppConfig


class DemandConfig(AppConfig):
    name = "seoulution.apps.demand"
    label = "demand"
