"""Details and team: two officers at once lose nothing."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.files import opened
from tests.web.office.reading import body, text_of

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def row(person: Callable[..., Any]) -> Engagement:
    return opened(person("officer", "opener"))


def save(client: Client, row: Engagement, given: dict[str, Any]) -> Any:
    address = reverse("office:engagement_team", args=[row.code])
    return client.post(address, {"submission": str(uuid.uuid4()), **given})


def fields(row: Engagement, **changes: Any) -> dict[str, Any]:
    return {
        "name_ko": row.name_ko,
        "name_en": row.name_en,
        "sector": row.sector,
        "standing": row.standing,
        "owner": "opener",
        "client": "",
        "reason": "agreed",
        "revision": row.revision,
        **changes,
    }


def test_details_are_shown_and_saved(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    assert row.name_en.split("'")[0] in text_of(client, "office:engagement_team", args=(row.code,))
    response = save(client, row, fields(row, client="Hanoi Water", aim="operation"))
    row.refresh_from_db()
    assert response.status_code == 302 and (row.client, row.aim, row.revision) == ("Hanoi Water", "operation", 2)


def test_both_versions_are_shown_and_each_field_keeps_the_one_chosen(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    save(client, row, fields(row, client="theirs", aim="training"))
    mine = fields(row, client="mine", aim="operation")
    both = save(client, row, mine)
    page = body(both)
    assert both.status_code == 409 and "theirs" in page and "mine" in page and "Invited training" in page
    assert Engagement.objects.get(pk=row.pk).client == "theirs"
    kept = {**mine, "revision": 2, "keep-client": "theirs", "keep-aim": "mine"}
    assert save(client, row, kept).status_code == 302
    row.refresh_from_db()
    assert (row.client, row.aim) == ("theirs", "operation")


def test_what_one_did_not_touch_is_not_taken_back_from_the_other_by_saving_again(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    save(client, row, fields(row, amount="5000", currency="KRW"))
    mine = fields(row, client="mine")
    page = body(save(client, row, mine))
    kept = dict(re.findall(r'name="(keep-\w+)" value="(\w+)" checked', page))
    assert kept == {"keep-client": "mine", "keep-amount": "theirs", "keep-currency": "theirs"}
    assert save(client, row, {**mine, "revision": 2, **kept}).status_code == 302
    row.refresh_from_db()
    assert (row.client, row.amount, row.currency) == ("mine", 5000, "KRW")


def test_a_refusal_keeps_what_was_typed(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    refused = save(client, row, fields(row, client="typed", amount="5", currency="zz"))
    assert refused.status_code == 422 and "typed" in body(refused) and "is no currency code" in body(refused)
    assert save(client, row, fields(row, reason="\x00")).status_code == 422


def test_it_is_made_public_by_a_word_and_never_while_it_is_sensitive(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    both = save(client, row, fields(row, is_public="on", is_sensitive="on"))
    assert both.status_code == 422
    assert save(client, row, fields(row, is_public="on")).status_code == 302
    row.refresh_from_db()
    assert row.is_public


def test_what_the_documents_call_it_is_not_a_field_to_change(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("manager"), "office:engagement_team", args=("metro-manila-transport-advice",))
    assert "As the documents have it." in page


def test_whoever_may_not_work_on_it_reads_why(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("officer")
    page = text_of(client, "office:engagement_team", args=(row.code,))
    assert "another’s file" in page and reverse("office:engagement_member", args=[row.code]) not in page
    assert save(client, row, fields(row)).status_code == 403


def test_the_owner_is_named_by_either_name_and_nobody_else_is_taken(signed_in_as: SignIn, row: Engagement, person: Any) -> None:
    other = person("officer", "minji")
    User.objects.filter(pk=other.pk).update(first_name="민지", last_name="김")
    client = signed_in_as("manager")
    assert save(client, row, fields(row, owner="김민지")).status_code == 302
    row.refresh_from_db()
    assert row.owner == other
    person("analyst", "reader")
    for wrong in ("reader", "김", "nobody"):
        refused = save(client, row, fields(row, owner=wrong))
        assert refused.status_code == 422 and "goes by that name" in body(refused) and f'value="{wrong}"' in body(refused)
    assert save(client, row, fields(row, owner="")).status_code == 302
    row.refresh_from_db()
    assert row.owner is None


def test_a_page_of_thousands_of_colleagues_names_none_of_them(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    before = len(text_of(client, "office:engagement_team", args=(row.code,)))
    User.objects.bulk_create([User(username=f"colleague-{number}", role="officer") for number in range(300)])
    after = text_of(client, "office:engagement_team", args=(row.code,))
    assert "colleague-7" not in after and abs(len(after) - before) < 500
