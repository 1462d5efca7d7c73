"""Django's name for this app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "seoulution.apps.training"
    label = "training"
