"""Addresses that belong to no single audience."""

from django.urls import path

from seoulution.web.shared import accounts, gallery, health, preferences
from seoulution.web.shared.editorial import guarding

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("choose-password/", accounts.choose_password, name="choose_password"),
    path("language/", accounts.set_language, name="set_language"),
    path("theme/", preferences.set_theme, name="set_theme"),
    path("ui-components/", gallery.gallery, name="ui_components"),
    path("wording/", guarding.check, name="wording_check"),
    path("health", health.health, name="health"),
]
