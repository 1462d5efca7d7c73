"""What lists read of solutions."""

import pytest
from django.db.models import F
from pytest_django import DjangoAssertNumQueries

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.queries import results_in_short

pytestmark = pytest.mark.django_db


def test_the_one_line_result_is_that_of_the_record_in_one_question(django_assert_num_queries: DjangoAssertNumQueries):
    rows = list(PolicySolution.objects.defer("data"))
    with django_assert_num_queries(1):
        results = results_in_short(rows)
    for row in PolicySolution.objects.all():
        assert (results[row.pk].ko, results[row.pk].en) == (row.record.result.ko, row.record.result.en)


def test_a_result_that_changed_is_read_as_it_is_now_and_a_quoted_claim_in_words():
    row = PolicySolution.objects.filter(claims__kind="figure").first()
    assert row is not None
    claim = row.data["claims"][0]["code"]
    for written in ("Changed.", f"It is [](claim:{claim}) now.", f"It is [94 %](claim:{claim}) now."):
        changed = {**row.data, "result": {**row.data["result"], "en": written}}
        PolicySolution.objects.filter(pk=row.pk).update(data=changed, revision=F("revision") + 1)
        read = results_in_short([row])[row.pk].en
        assert read == PolicySolution.objects.get(pk=row.pk).record.result.en and "claim:" not in read
