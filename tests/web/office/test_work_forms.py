"""The forms of daily work as the values their services take."""

from datetime import UTC, date, datetime

import pytest

from seoulution.apps.engagements.models import Contact, Engagement
from seoulution.engine.engagements.codes import Rank, Side
from seoulution.web.office.work_forms import ContactNewForm, PromiseForm, contact_initial

pytestmark = pytest.mark.django_db


def test_people_are_written_one_a_line_with_post_and_body() -> None:
    written = {
        "kind": "visit",
        "title": "Depot",
        "starts_at": "2026-12-01T10:00",
        "held": "no",
        "ours": "kim\n\n",
        "theirs": "A. Reyes, Director, MMDA, Manila",
    }
    form = ContactNewForm(written)
    assert form.is_valid(), form.errors
    details = form.details()
    assert details.starts_at == datetime(2026, 12, 1, 1, tzinfo=UTC), "the form is in Seoul's time"
    assert [(who.side, who.name, who.post, who.body) for who in details.people] == [
        (Side.OURS, "kim", "", ""),
        (Side.THEIRS, "A. Reyes", "Director", "MMDA, Manila"),
    ]


def test_what_is_on_record_comes_back_into_the_form() -> None:
    row = Contact.objects.create(
        engagement=Engagement.objects.all()[0], kind="call", title="Call", starts_at=datetime(2026, 12, 1, 1, tzinfo=UTC)
    )
    row.people.create(side=Side.THEIRS, name="A. Reyes", body="MMDA")
    assert contact_initial(row)["theirs"] == "A. Reyes, , MMDA" and contact_initial(row)["revision"] == 1


def test_a_promise_without_a_rank_has_none() -> None:
    words = {"text": "x", "side": "theirs", "promised_by": "a", "promised_to": "b", "due_on": "2026-12-01"}
    form, ranked = PromiseForm(words), PromiseForm(words | {"rank": "mayor"})
    assert form.is_valid() and ranked.is_valid()
    assert (form.given().rank, form.given().side, form.given().due_on) == (None, Side.THEIRS, date(2026, 12, 1))
    assert ranked.given().rank is Rank.MAYOR
