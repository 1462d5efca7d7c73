"""Addresses that belong to no single audience."""

from django.urls import path

from seoulution.web.shared import accounts, health

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("choose-password/", accounts.choose_password, name="choose_password"),
    path("language/", accounts.set_language, name="set_language"),
    path("health", health.health, name="health"),
]
