"""Django's name for this app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "seoulution.apps.publishing"
    label = "publishing"
