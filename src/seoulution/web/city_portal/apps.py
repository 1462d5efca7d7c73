"""Django's name for this part of the web."""

from django.apps import AppConfig


class CityPortalConfig(AppConfig):
    name = "seoulution.web.city_portal"
    label = "web_city_portal"
