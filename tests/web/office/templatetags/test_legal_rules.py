"""A legal rule is called by who acts and what is done."""

import pytest
from django.utils.translation import override

from seoulution.apps.engagements.models import LegalRule
from seoulution.web.office.templatetags.legal_rules import rule_words

pytestmark = pytest.mark.django_db


def test_a_rule_is_called_by_what_it_is_about_in_the_readers_language() -> None:
    rule = LegalRule.objects.get(code="city-hall-works").record
    assert rule_words(rule) == "City hall: Construction, Operation"
    with override("ko"):
        assert rule_words(rule) == "시청: 시공, 운영"


def test_a_rule_for_everybody_says_so() -> None:
    rule = LegalRule.objects.get(code="city-hall-works").record.model_copy(update={"actors": (), "activities": ()})
    assert rule_words(rule) == "anyone: anything"
