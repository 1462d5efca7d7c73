"""Django's name for this app."""

from django.apps import AppConfig


class CitiesConfig(AppConfig):
    name = "seoulution.apps.cities"
    label = "cities"
