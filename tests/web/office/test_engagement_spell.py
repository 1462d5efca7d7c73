"""Correcting a stage on record from its page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.files import opened
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import Engagement, StageSpell

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def row(person: Callable[..., Any]) -> Engagement:
    return opened(person("officer", "opener"))


def correct(client: Client, spell: StageSpell, **fields: Any) -> Any:
    given = {"entered_on": "2026-11-02", "left_on": "", "revision": 1, "reason": "the minutes say so", **fields}
    return post(client, "office:spell", [spell.pk], **given)


def test_the_form_shows_the_days_and_a_correction_is_kept(signed_in_as: SignIn, row: Engagement) -> None:
    client, spell = signed_in_as("manager"), row.spells.get()
    assert str(spell.entered_on) in body(client.get(reverse("office:spell", args=[spell.pk])))
    assert correct(client, spell).status_code == 302
    spell.refresh_from_db()
    assert str(spell.entered_on) == "2026-11-02"


def test_two_at_once_and_impossible_days_are_refused_and_nothing_typed_is_lost(signed_in_as: SignIn, row: Engagement) -> None:
    client, spell = signed_in_as("manager"), row.spells.get()
    stale = correct(client, spell, revision=7)
    assert stale.status_code == 409 and "the minutes say so" in body(stale)
    ahead = correct(client, spell, entered_on="2999-01-01")
    assert ahead.status_code == 422 and "lies ahead" in body(ahead)
    struck = correct(client, spell, struck="on")
    assert struck.status_code == 422 and "only stage on record" in body(struck)


def test_an_entry_made_by_mistake_is_struck_and_stays_to_be_seen(signed_in_as: SignIn, row: Engagement) -> None:
    client = signed_in_as("manager")
    wrong = row.spells.create(stage="training", outcome="left_out", entered_on="2026-11-02", left_on="2026-11-02", reason="x")
    assert correct(client, wrong, left_on="2026-11-02", struck="on").status_code == 302
    assert "entered by mistake, struck" in body(client.get(reverse("office:engagement_course", args=[row.code])))


def test_officers_do_not_correct_the_course(signed_in_as: SignIn, row: Engagement) -> None:
    assert correct(signed_in_as("officer"), row.spells.get()).status_code == 403
