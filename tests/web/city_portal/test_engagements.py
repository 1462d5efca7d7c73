"""The two-sided file of an engagement, by an engagement's link and by the request's."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement, firm, link_for, told
from tests.web.city_portal.holding import asked, holder

from seoulution.apps.engagements.models import Promise
from seoulution.apps.outcomes.models import Result
from seoulution.apps.publishing.models import Opening, Proposal
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_a_citys_link_leads_to_its_engagement_in_its_language(person: Person) -> None:
    row = engagement()
    told(row, person("officer"))
    _, token = link_for(row, person("officer", name="o2"), language=Language.ES)
    client = holder(token)
    assert client.get("/c/")["Location"] == f"/c/engagements/{row.code}/"
    page = client.get(f"/c/engagements/{row.code}/")
    body = page.content.decode()
    assert page.status_code == 200 and page["Content-Language"] == "es" and page["Cache-Control"] == "no-store"
    assert "Area of the pilot" in body and "The pilot covers two districts." not in body
    assert token not in body and not Opening.objects.exists()


def test_the_city_reads_names_and_units_of_figures_in_its_language(person: Person) -> None:
    row = engagement()
    _, token = link_for(row, person("officer"), language=Language.ES)
    body = holder(token).get(f"/c/engagements/{row.code}/").content.decode()
    assert "Población (miles de personas)" in body and "thousand persons" not in body


def test_the_city_reads_promises_of_both_sides_and_no_notes(person: Person) -> None:
    row = engagement()
    for side, text, more in (
        ("ours", "We send the pump list.", {"kept_note": "internal note", "occasion": "internal occasion"}),
        ("theirs", "You name a contact.", {}),
        ("other", "A bank visits.", {}),
        ("ours", "We begin to export pipes.", {}),
    ):
        Promise.objects.create(engagement=row, side=side, text=text, promised_by="x", promised_to="y", **more)
    _, token = link_for(row, person("officer"), language=Language.EN)
    body = holder(token).get(f"/c/engagements/{row.code}/").content.decode()
    assert "We send the pump list." in body and "You name a contact." in body
    assert not [words for words in ("A bank visits", "export pipes", "internal") if words in body]


def test_a_requests_link_opens_the_engagements_that_came_of_it(person: Person) -> None:
    request, token = asked()
    row, other = engagement(), engagement(1)
    row.sharing_request = request
    row.save()
    item = told(row, person("officer"))
    client = holder(token)
    assert f"/c/engagements/{row.code}/" in client.get("/c/").content.decode()
    assert client.get(f"/c/engagements/{row.code}/").status_code == 200
    assert client.get(f"/c/engagements/{other.code}/").status_code == 404
    assert client.get(f"/c/items/{item.pk}/").status_code == 200
    assert item.openings.get().status_link == request.status_links.get()


def test_a_sensitive_engagement_is_the_citys_only_once_something_was_shared(person: Person) -> None:
    request, token = asked()
    row = engagement()
    row.sharing_request, row.is_sensitive = request, True
    row.save()
    assert holder(token).get(f"/c/engagements/{row.code}/").status_code == 404
    told(row, person("manager"))
    assert holder(token).get(f"/c/engagements/{row.code}/").status_code == 200


def test_a_firms_link_shows_what_the_firm_was_given_and_nothing_else(person: Person) -> None:
    officer, row = person("officer"), engagement()
    told(row, officer, subject="For the city")
    told(row, officer, to=firm(), subject="For the firm")
    told(row, officer, to=firm(1), subject="For another firm")
    Promise.objects.create(engagement=row, text="We send the pump list.", promised_by="x", promised_to="y")
    _, token = link_for(row, officer, to=firm(), language=Language.EN)
    body = holder(token).get(f"/c/engagements/{row.code}/").content.decode()
    assert "For the firm" in body
    assert not [words for words in ("For the city", "For another firm", "pump list", "Where it stands") if words in body]


def test_results_are_the_citys_to_confirm_once(person: Person) -> None:
    row = engagement()
    result = Result.objects.create(engagement=row, measure_ko="누수율", measure_en="Leakage", unit="%", baseline=40, actual=25)
    _, token = link_for(row, person("officer"), language=Language.EN)
    client, address = holder(token), f"/c/engagements/{row.code}/"
    assert f"result-{result.pk}" in client.get(address).content.decode()
    client.post(address + "answer/", {"kind": "confirmation", "about": f"result-{result.pk}"})
    assert Proposal.objects.get().about == f"result-{result.pk}"
    assert f'value="result-{result.pk}"' not in client.get(address).content.decode()
    result.refresh_from_db()
    assert result.confirmed_on is None
