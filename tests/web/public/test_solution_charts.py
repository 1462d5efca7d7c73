"""Before and after, drawn only from claims that belong together."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.web.public.solution_charts import changes, drawn, paper_charts

pytestmark = pytest.mark.django_db


def test_revenue_water_is_drawn_from_1989_with_its_own_claims():
    """Solution revenue-water: 55.2 % in 1989, 94.4 % in 2013 (Office of Waterworks)."""
    record = PolicySolution.objects.get(code="revenue-water").record
    change = next(each for each in changes(record) if each.claims[0].series == "revenue-water")
    values = {claim.figure.year: float(claim.figure.value) for claim in change.claims}
    assert values[1989] == 55.2 and values[2013] == 94.4
    assert "55.2" in drawn(change, record) and "94.4" in drawn(change, record)


def test_no_series_mixes_units_or_holds_two_values_of_one_year():
    for row in PolicySolution.objects.all():
        for change in changes(row.record):
            years = [claim.figure.year for claim in change.claims]
            assert len(set(years)) == len(years) > 1
            assert {claim.figure.unit for claim in change.claims} == {change.unit}


def test_the_papers_drawings_have_words_for_those_who_cannot_see_them():
    for figure in paper_charts(PolicySolution.objects.get(code="revenue-water").record):
        assert figure.alternative and figure.svg.startswith("<svg")
