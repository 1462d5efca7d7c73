"""Django's name for this app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "seoulution.apps.network"
    label = "network"
