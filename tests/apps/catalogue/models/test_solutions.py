"""Who may see which solutions, and what the public text is."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db


def test_a_text_that_was_never_approved_is_neither_readable_nor_offered() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    PolicySolution.objects.filter(pk=row.pk).update(version=0, state="draft")
    assert row not in PolicySolution.objects.readable()
    assert row not in PolicySolution.objects.offered()


def test_an_archived_text_is_readable_and_no_longer_offered() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    PolicySolution.objects.filter(pk=row.pk).update(state="archived")
    assert row in PolicySolution.objects.readable()
    assert row not in PolicySolution.objects.offered()


def test_the_record_has_plain_words_where_the_manuscript_has_references() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    claim = row.data["claims"][0]
    row.data = {**row.data, "result": {**row.data["result"], "en": f"It is [](claim:{claim['code']})."}}
    row.shipped_digest = ""
    assert "claim:" in row.manuscript.result.en
    assert "claim:" not in row.record.result.en
    assert claim["figure"]["unit"] in row.record.result.en
