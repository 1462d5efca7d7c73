"""A new solution begins with names, sector and owner, and every section an open question."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from tests.web.bureaus.writing import signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db
NEW = {"name_ko": "원격 검침", "name_en": "Remote meter reading", "sector": "water", "code": "remote-meter-reading"}


def test_an_owner_begins_for_the_own_body_and_for_no_other(person: Callable[..., Any]) -> None:
    writer = signed_in(waterworker(person, "writer"))
    answer = writer.post(reverse("bureaus:begin"), NEW | {"owner": "seoul-metro"})
    assert answer.headers["Location"] == reverse("bureaus:edit", args=["remote-meter-reading"])
    row = PolicySolution.objects.get(code="remote-meter-reading")
    assert (row.owner.code, row.version) == ("office-of-waterworks", 0) and row not in PolicySolution.objects.readable()
    assert writer.get(answer.headers["Location"]).status_code == 200
    for name, more in (("edit_claim_add", ()), ("edit_claims", ()), ("edit_entries", ("levels",)), ("edit_deliverable", ())):
        path = reverse(f"bureaus:{name}", args=["remote-meter-reading", *more])
        assert writer.get(path).status_code == 200 and writer.post(path, {}).status_code < 500
    again = writer.post(reverse("bureaus:begin"), NEW)
    assert again.status_code == 422 and "has this code already" in again.content.decode()


def test_the_manager_names_the_owner_and_somebody_without_a_body_begins_nothing(person: Callable[..., Any]) -> None:
    manager = signed_in(person("manager"))
    assert manager.post(reverse("bureaus:begin"), NEW | {"owner": "Seoul Metro"}).status_code in (302, 422)
    alone = signed_in(person("owner", "alone"))
    assert "not linked to a body" in alone.get(reverse("bureaus:begin")).content.decode()
    assert alone.post(reverse("bureaus:begin"), NEW | {"owner": "seoul", "code": "another"}).status_code == 422
    assert not PolicySolution.objects.filter(code="another").exists()
