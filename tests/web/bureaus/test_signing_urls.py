"""Addresses of signing in the portal of the bureaus: fixed words are not taken for numbers."""

from django.urls import resolve


def test_absences_are_no_paper() -> None:
    assert resolve("/bureau/signing/absences/").view_name == "bureaus:absences"
