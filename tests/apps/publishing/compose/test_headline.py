"""Which figures stand large, and which series is drawn."""

import pytest
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, referring

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.headline import headlines, results_drawn
from seoulution.reference.schema.catalogue import SectionKey

pytestmark = pytest.mark.django_db


def record(code: str = SOLUTION):
    return PolicySolution.objects.get(code=code).manuscript


def test_what_the_result_quotes_comes_first_with_what_it_is_held_against() -> None:
    first = headlines(referring().manuscript)[0]
    assert (first.claim.code, first.before and first.before.code) == (AFTER, BEFORE)


def test_each_series_stands_once_and_years_after_2014_only_where_there_are_no_others() -> None:
    for row in PolicySolution.objects.all():
        found = headlines(row.manuscript, 9)
        series = [each.claim.series for each in found if each.claim.series]
        assert len(series) == len(set(series)), row.code
        for each in found:
            of_series = [claim for claim in row.manuscript.claims if claim.series and claim.series == each.claim.series]
            if each.claim.after_2014 and of_series:
                assert all(claim.after_2014 for claim in of_series if claim.figure.year), row.code


def test_what_went_wrong_before_seoul_began_is_no_result() -> None:
    """Speed in the centre fell until 2004; the centre opened in 2005."""
    topis = record("topis")
    shown = {each.claim.code for each in headlines(topis)}
    assert not [claim.code for claim in topis.claims if claim.section is SectionKey.PROBLEM and claim.code in shown]
    for row in PolicySolution.objects.all():
        for change in results_drawn(row.manuscript):
            assert change.claims[-1].section is SectionKey.RESULTS
            assert (change.claims[-1].figure.year or 0) >= (row.manuscript.started or 0)


def test_figures_in_words_do_not_stand_large() -> None:
    for row in PolicySolution.objects.all():
        assert not [each for each in headlines(row.manuscript) if isinstance(each.claim.figure.value, str)], row.code
