"""Loading the documents again: nothing that people moved, opened or changed under review is overwritten."""

from datetime import date

import pytest

from seoulution.apps.engagements.models import Engagement, LegalRule
from seoulution.apps.engagements.services.loading import load
from seoulution.reference.load import reference

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def test_a_second_load_changes_nothing() -> None:
    stored = load(reference(), today=TODAY)
    assert all(each.added == each.changed == each.withdrawn == 0 for each in stored.values())


def test_what_people_moved_on_stays_and_what_they_opened_is_not_withdrawn() -> None:
    row = Engagement.objects.get(code="baku-traffic-centre")
    Engagement.objects.filter(pk=row.pk).update(stage="feedback", revision=2, shipped_digest="0" * 64)
    own = Engagement.objects.get(code="auckland-fare-card")
    own.pk, own.code, own.shipped_digest, own.data = None, "opened-here", "", {}
    own.save()
    stored = load(reference(), today=TODAY)
    row.refresh_from_db()
    own.refresh_from_db()
    assert stored["engagements"].changed == 1 and row.stage == "feedback"
    assert own.withdrawn_on is None and not own.is_told and own.told is None


def test_a_rule_changed_under_review_keeps_its_text() -> None:
    rule = LegalRule.objects.get(code="city-hall-works")
    words = {**rule.data["basis"], "en": "Clearer words."}
    LegalRule.objects.filter(pk=rule.pk).update(data={**rule.data, "basis": words}, revision=2, shipped_digest="0" * 64)
    load(reference(), today=TODAY)
    rule.refresh_from_db()
    assert rule.data["basis"]["en"] == "Clearer words."
