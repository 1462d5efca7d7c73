"""Reference records: checked once, and never an old text under a new one's name."""

import copy

import pytest
from pytest_django import DjangoAssertNumQueries

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency

pytestmark = pytest.mark.django_db


def _changed(data: dict, result: str) -> dict:
    return {**copy.deepcopy(data), "result": {**data["result"], "en": result}}


def test_a_record_known_already_is_not_read_again(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for model in (Agency, PolicySolution):
        known = model._default_manager.all()[0].record
        row = model._default_manager.defer("data")[0]
        with django_assert_num_queries(0):
            assert row.record is known


def test_what_was_undone_is_not_found_again_under_the_next_change() -> None:
    """Publishing fails after its text was read; the next text gets the same revision."""
    first = PolicySolution.objects.all()[0]
    for result in ("Undone.", "Published."):
        PolicySolution.objects.filter(pk=first.pk).update(revision=2001, data=_changed(first.data, result))
        assert PolicySolution.objects.get(pk=first.pk).record.result.en == result


def test_a_record_not_known_yet_is_read_with_the_version_it_is_kept_under(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Somebody publishes between the list and its record: the new text must not stand under the old version."""
    first = PolicySolution.objects.all()[0]
    PolicySolution.objects.filter(pk=first.pk).update(revision=1001, data=_changed(first.data, "Before."))
    listed = PolicySolution.objects.defer("data").get(pk=first.pk)
    PolicySolution.objects.filter(pk=first.pk).update(revision=1002, data=_changed(first.data, "After."))
    with django_assert_num_queries(1):
        assert (listed.record.result.en, listed.revision) == ("After.", 1002)


def test_a_record_of_a_person_is_read_each_time() -> None:
    first = PolicySolution.objects.all()[0]
    for result in ("One.", "Two."):
        PolicySolution.objects.filter(pk=first.pk).update(shipped_digest="", data=_changed(first.data, result))
        assert PolicySolution.objects.defer("data").get(pk=first.pk).record.result.en == result
