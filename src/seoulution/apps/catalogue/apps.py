"""Django's name for this app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "seoulution.apps.catalogue"
    label = "catalogue"
