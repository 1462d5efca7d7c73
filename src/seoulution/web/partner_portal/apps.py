"""Django's name for this part of the web."""

from django.apps import AppConfig


class PartnerPortalConfig(AppConfig):
    name = "seoulution.web.partner_portal"
    label = "web_partner_portal"
