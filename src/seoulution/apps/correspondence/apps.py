"""Django's name for this app."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "seoulution.apps.correspondence"
    label = "correspondence"
