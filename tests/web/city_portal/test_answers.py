"""What a city sends from its file becomes a proposal, never a change."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement, firm, link_for
from tests.web.city_portal.holding import holder

from seoulution.apps.accounts.models import Bucket
from seoulution.apps.cities.models import Observation
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.services.proposals import set_aside
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_a_figure_arrives_as_a_proposal_and_a_second_press_does_not_repeat_it(person: Person) -> None:
    row = engagement()
    link, token = link_for(row, person("officer"), language=Language.EN)
    client, before = holder(token), Observation.objects.count()
    form = {"kind": "figure", "about": "population", "value": "2000", "year": "2021", "source": "Census",
            "submission": "0b1f2a34-5d1e-4f1c-9d7e-6a8b7c5d4e3f"}  # fmt: skip
    for _ in range(2):
        answer = client.post(f"/c/engagements/{row.code}/answer/", form)
        assert answer.status_code == 302 and answer["Location"] == f"/c/engagements/{row.code}/"
    proposal = Proposal.objects.get()
    assert (proposal.link, proposal.state, proposal.data["value"]) == (link, "waiting", "2000")
    assert Observation.objects.count() == before
    assert "waiting for the office" in client.get(f"/c/engagements/{row.code}/").content.decode()


def test_what_was_refused_is_still_there_with_the_reason(person: Person) -> None:
    row = engagement()
    _, token = link_for(row, person("officer"), language=Language.EN)
    form = {"kind": "figure", "about": "population", "value": "many", "year": "2021", "source": "Census of 2021"}
    answer = holder(token).post(f"/c/engagements/{row.code}/answer/", form)
    body = answer.content.decode()
    assert answer.status_code == 422 and "not a number" in body and 'value="Census of 2021"' in body
    assert not Proposal.objects.exists()


def test_a_figure_in_single_ones_is_asked_back_about_and_taken_once_it_is_said_to_be_right(person: Person) -> None:
    row = engagement()
    _, token = link_for(row, person("officer"), language=Language.EN)
    client, address = holder(token), f"/c/engagements/{row.code}/answer/"
    form = {"kind": "figure", "about": "population", "value": "300000000", "year": "2021", "source": "Census"}
    asked = client.post(address, form)
    body = asked.content.decode()
    assert asked.status_code == 422 and "300,000,000 would be 300,000,000,000 in all. Write 300000 if" in body
    assert "One question before it is sent" in body and "Nothing was sent" not in body
    assert '<input type="checkbox" id="figure-sure" name="sure" value="300000000">' in body and "autofocus" in body
    assert client.post(address, {**form, "sure": "300000000"}).status_code == 302
    assert Proposal.objects.get().data["sure"] == "300000000"


def test_the_city_reads_why_something_was_set_aside(person: Person) -> None:
    officer, row = person("officer"), engagement()
    _, token = link_for(row, officer, language=Language.EN)
    client = holder(token)
    client.post(f"/c/engagements/{row.code}/answer/", {"kind": "answer", "text": "We prefer June."})
    set_aside(Proposal.objects.get(), reason="The hall is closed in June.", by=officer)
    body = client.get(f"/c/engagements/{row.code}/").content.decode()
    assert "set aside" in body and "The hall is closed in June." in body


def test_a_firm_cannot_confirm_for_the_city_nor_answer_in_anothers_file(person: Person) -> None:
    officer, row, other = person("officer"), engagement(), engagement(1)
    _, token = link_for(row, officer, to=firm(), language=Language.EN)
    client = holder(token)
    assert client.post(f"/c/engagements/{row.code}/answer/", {"kind": "confirmation", "about": "need"}).status_code == 422
    assert client.post(f"/c/engagements/{other.code}/answer/", {"text": "Hello"}).status_code == 404
    assert client.post(f"/c/engagements/{row.code}/answer/", {"kind": "offer", "text": "A survey"}).status_code == 302
    assert [(each.kind, each.firm) for each in Proposal.objects.all()] == [("offer", firm().firm)]


def test_a_flood_by_one_link_is_held_back_and_nobody_elses_is(person: Person) -> None:
    officer, row = person("officer"), engagement()
    (_, token), (_, other) = link_for(row, officer), link_for(row, officer, holder="Mayor's office")
    first = holder(token)
    first.post(f"/c/engagements/{row.code}/answer/", {"kind": "answer", "text": "Yes."})
    Bucket.objects.filter(limit="link-written").update(tokens=0.0)
    answer = first.post(f"/c/engagements/{row.code}/answer/", {"kind": "answer", "text": "Yes!"})
    assert (answer.status_code, Proposal.objects.count()) == (429, 1)
    assert holder(other).post(f"/c/engagements/{row.code}/answer/", {"kind": "answer", "text": "No."}).status_code == 302
