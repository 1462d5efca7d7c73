"""Django's name for this app."""

from django.apps import AppConfig


class FinancingConfig(AppConfig):
    name = "seoulution.apps.financing"
    label = "financing"
