"""Loading what ships a second time adds and changes nothing."""

from datetime import date

import pytest

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.services import load, result_figures
from seoulution.apps.catalogue.services.loading import lay_claims
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import SectionKey

pytestmark = pytest.mark.django_db


def test_a_second_load_finds_every_record_the_same() -> None:
    for kind, stored in load(reference(), today=date(2026, 11, 22)).items():
        assert (stored.added, stored.changed, stored.withdrawn) == (0, 0, 0), kind
        assert stored.same > 0, kind


def test_every_solution_has_a_row_for_each_of_its_claims() -> None:
    for row in PolicySolution.objects.prefetch_related("claims"):
        record = row.record
        named = {f"award-{n}" for n, _ in enumerate(record.awards, 1)} | {
            f"patent-{n}" for n, _ in enumerate(record.patents, 1)
        }
        assert {claim.code for claim in row.claims.all()} == {claim.code for claim in record.claims} | named
        assert 0 < row.completeness <= 1


def test_what_ships_is_published_as_its_first_version() -> None:
    for row in PolicySolution.objects.prefetch_related("versions"):
        assert (row.state, row.version) == ("published", 1)
        assert [version.data == row.data for version in row.versions.all()] == [True]


def test_a_shipped_change_does_not_overwrite_what_people_published() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    data = {**row.data, "name": {"ko": "사람이 고친 이름", "en": "Name as people changed it"}}
    PolicySolution.objects.filter(pk=row.pk).update(data=data, name_en=data["name"]["en"], revision=2, shipped_digest="older")
    load(reference(), today=date(2026, 11, 22))
    row.refresh_from_db()
    assert row.name_en == row.data["name"]["en"] == "Name as people changed it"
    assert row.versions.count() == 1


def test_an_end_that_the_owner_set_stays_when_the_text_is_published_anew() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    Claim.objects.filter(solution=row, code="rwr-2013").update(valid_until=date(2026, 1, 1))
    lay_claims(row, row.record)
    assert Claim.objects.get(solution=row, code="rwr-2013").valid_until == date(2026, 1, 1)


def test_a_confirmed_value_that_changes_is_no_longer_confirmed_and_was_not_seen_by_whoever_answers() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    Claim.objects.filter(solution=row, code="rwr-2014").update(confirmed_on=date(2026, 1, 1), review_on=date(2027, 1, 1))
    changed = [
        {**claim, "figure": {**claim["figure"], "value": "94.9"}} if claim["code"] == "rwr-2014" else claim
        for claim in row.data["claims"]
    ]
    record = type(row).shape.model_validate({**row.data, "claims": changed})
    lay_claims(row, record)
    found = Claim.objects.get(solution=row, code="rwr-2014")
    assert (found.figure["value"], found.confirmed_on, found.review_on, found.revision) == ("94.9", None, None, 2)


def test_a_series_about_the_problem_alone_is_no_evidence_of_a_result() -> None:
    record = PolicySolution.objects.get(code="revenue-water").record
    problem = next(claim for claim in record.claims if claim.series).model_copy(
        update={"section": SectionKey.PROBLEM, "series": "deaths"}
    )
    only = record.model_copy(update={"claims": (problem,)})
    assert result_figures(only) == []
    after = problem.model_copy(update={"section": SectionKey.RESULTS})
    assert len(result_figures(record.model_copy(update={"claims": (problem, after)}))) == 2
