"""Before and after, drawn only from claims that belong together and may be quoted."""

from datetime import date

import pytest

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.publishing.compose.changes import changes, charts, drawn
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


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


def test_the_papers_drawings_have_words_and_sources_and_name_the_claims_they_quote():
    row, paper = PolicySolution.objects.select_related("owner").get(code="revenue-water"), Paper(Language.EN, today=TODAY)
    for figure in charts(row, paper):
        assert figure.alternative and figure.cite and figure.svg.startswith("<svg")
    assert ("revenue-water/rwr-1989", "55.2 %") in paper.register.used()


def test_an_expired_claim_is_left_out_of_the_drawing_and_of_its_words():
    Claim.objects.filter(solution__code="revenue-water", code="rwr-1989").update(valid_until=date(2026, 11, 27))
    row, paper = PolicySolution.objects.select_related("owner").get(code="revenue-water"), Paper(Language.EN, today=TODAY)
    told = " ".join(figure.alternative + figure.svg for figure in charts(row, paper) if figure.caption.startswith("Revenue"))
    assert "94.4" in told and "55.2" not in told
    assert "revenue-water/rwr-1989" not in dict(paper.register.used())
