"""A city reads, in its own file and language, what was found for its request."""

import pytest
from django.test import Client
from tests.apps.publishing.receiving import in_spanish, receivable
from tests.web.city_portal.holding import asked, holder

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Match, Verdict
from seoulution.web.city_portal.editions import offered_for

pytestmark = pytest.mark.django_db
EDITION = "/c/editions/revenue-water/"


def matched(verdict: str = Verdict.ACCEPTED, *, weak: bool = False, **changes: str) -> tuple[SharingRequest, str]:
    """A request of Hanoi with one match: revenue water."""
    row, token = asked(**changes)
    receivable()
    need = row.needs.all()[0]
    Match.objects.filter(need__sharing_request=row).delete()
    Match.objects.create(
        need=need, solution=PolicySolution.objects.get(code="revenue-water"), rank=1, weak=weak, verdict=verdict
    )
    return row, token


def test_the_file_leads_to_the_edition_and_back() -> None:
    _row, token = matched(answer_language="es")
    in_spanish(PolicySolution.objects.get(code="revenue-water"))
    client = holder(token)
    file = client.get("/c/").content.decode()
    assert f'href="{EDITION}" lang="es">Agua facturada' in file
    assert f'href="{EDITION}" lang="en">Revenue water' in client.get("/c/", {"lang": "fr"}).content.decode()
    page = client.get(EDITION).content.decode()
    assert '<html lang="es" dir="ltr"' in page and "Agua facturada y gestión de fugas" in page and 'href="/c/"' in page
    assert "#messages-of-file" in page
    assert '<html lang="ar" dir="rtl"' in client.get(EDITION, {"lang": "ar"}).content.decode()


def test_what_the_programme_found_is_told_from_what_the_office_chose() -> None:
    row, token = matched(Verdict.PROPOSED)
    assert [each.chosen for each in offered_for(row)] == [False]
    assert "the office has not looked at it yet" in holder(token).get(EDITION).content.decode()


@pytest.mark.parametrize(("verdict", "weak"), [(Verdict.REJECTED, False), (Verdict.PROPOSED, True)])
def test_set_aside_and_weak_matches_are_not_shown_to_the_city(verdict: str, weak: bool) -> None:
    row, token = matched(verdict, weak=weak)
    assert offered_for(row) == ()
    assert holder(token).get(EDITION).status_code == 404


def test_nothing_found_is_shown_where_a_person_said_that_none_fits() -> None:
    row, _token = matched(Verdict.PROPOSED)
    row.needs.update(none_fits=True, none_fits_reason="no such network")
    assert offered_for(row) == ()


def test_a_solution_of_another_request_or_without_a_link_does_not_exist() -> None:
    _row, token = matched()
    assert holder(token).get("/c/editions/topis/").status_code == 404
    assert Client().get(EDITION).status_code == 404


def test_a_place_that_is_not_on_record_has_no_edition_but_keeps_its_chosen_solutions() -> None:
    _row, token = matched(city_as_written="Trujillo")
    client = holder(token)
    page = client.get("/c/").content.decode()
    assert 'id="editions"' not in page and "/solutions/revenue-water/" in page
    assert client.get(EDITION).status_code == 404
