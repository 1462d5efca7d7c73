"""Django's name for this app."""

from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "seoulution.apps.engagements"
    label = "engagements"
