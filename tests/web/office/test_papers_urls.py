"""Addresses of papers: fixed words are not taken for codes or numbers."""

from django.urls import resolve


def test_fixed_words_come_before_what_they_could_be_taken_for() -> None:
    assert resolve("/office/signing/absences/").url_name == "absences"
    assert resolve("/office/engagements/draft/papers/draft/").url_name == "paper_draft"
