"""Every approved text at its own address, and what changed between two."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.bureaus.writing import CODE, address, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services.editorial import act
from seoulution.engine.catalogue.editorial import EditorialAction as Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(person: Callable[..., Any]) -> PolicySolution:
    """A second version with other words on cost."""
    by = waterworker(person, "writer")
    row, writer = revised(by), signed_in(by)
    path = address("edit_section", "cost")
    writer.post(path, filled(writer, path) | {"en": "It is dear."})
    row = act(PolicySolution.objects.get(pk=row.pk), Action.SUBMIT, by=by)
    for action, who in ((Action.APPROVE, waterworker(person, "colleague")), (Action.APPROVE, person("officer"))):
        row = act(row, action, by=who)
    return act(row, Action.PUBLISH, by=person("manager"), words="Said what it costs")


def page(name: str, *more: int) -> str:
    client = Client()
    client.cookies["language"] = "en"
    response = client.get(reverse(f"public:{name}", args=[CODE, *more]))
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_earlier_text_stays_readable_and_says_that_it_is_not_the_current_one(second: PolicySolution) -> None:
    before, now = page("solution-version", second.version - 1), page("solution-version", second.version)
    assert "Not the current text" in before and "It is dear." not in before
    assert "It is dear." in now and "This is the current text." in now and "Said what it costs" in now


def test_what_changed_is_shown_word_by_word(second: PolicySolution) -> None:
    listed = page("solution-versions")
    assert "Said what it costs" in listed and f"since version {second.version - 1}" in listed
    shown = page("solution-difference", second.version - 1, second.version)
    assert "Cost and finance" in shown and "<ins>" in shown and "What Seoul did" not in shown


def test_any_two_texts_are_compared_in_whichever_order_they_were_chosen(second: PolicySolution, client: Client) -> None:
    path = reverse("public:solution-versions", args=[CODE])
    answer = client.get(path, {"one": second.version, "other": second.version - 1})
    wanted = reverse("public:solution-difference", args=[CODE, second.version - 1, second.version])
    assert answer.headers["Location"] == wanted
    for chosen in ({"one": 1, "other": 1}, {"one": "x", "other": 2}):
        assert client.get(path, chosen).status_code == 200


def test_a_text_that_never_was_is_not_found(second: PolicySolution, client: Client) -> None:
    for name, more in (("solution-version", [99]), ("solution-difference", [second.version, second.version - 1])):
        assert client.get(reverse(f"public:{name}", args=[CODE, *more])).status_code == 404


def test_a_text_that_nobody_approved_has_no_version(person: Callable[..., Any], client: Client) -> None:
    writer = signed_in(waterworker(person, "writer"))
    new = {"name_ko": "검침", "name_en": "Meters", "sector": "water", "code": "remote-meters"}
    writer.post(reverse("bureaus:begin"), new)
    assert client.get(reverse("public:solution-versions", args=["remote-meters"])).status_code == 404
