"""What lists read of solutions."""

import pytest
from pytest_django import DjangoAssertNumQueries

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.queries import results_as_written

pytestmark = pytest.mark.django_db


def test_the_one_line_result_is_that_of_the_manuscript_in_one_question(django_assert_num_queries: DjangoAssertNumQueries):
    rows = list(PolicySolution.objects.defer("data"))
    with django_assert_num_queries(1):
        results = results_as_written(rows)
    for row in PolicySolution.objects.all():
        assert (results[row.pk].ko, results[row.pk].en) == (row.manuscript.result.ko, row.manuscript.result.en)
