"""Django's name for this part of the web."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "seoulution.web.public"
    label = "web_public"
