"""The lines of Today, each kind by itself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.models import Contact, Engagement
from seoulution.web.office import today_lines as lines

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
Person = Callable[..., Any]


def asked(user: Any) -> lines.Asked:
    return lines.asked_by(user, timezone.localdate())


def test_an_open_gate_stands_until_the_file_goes_through(person: Person) -> None:
    user = person("manager")
    said = {"subject": "x", "reminder": lines.GATE, "stage": "consulting", "on": "2026-11-01"}
    Notice.objects.create(
        user=user,
        key="k",
        kind="reminder",
        about="engagement",
        about_code=CODE,
        path="/office/x/",
        why="owner",
        parameters=said,
    )
    Engagement.objects.filter(code=CODE).update(stage="training")
    with translation.override("en"):
        (line,) = lines.gates(asked(user))
        assert line.href == "/office/x/" and "Policy consulting" in line.words
        assert list(lines.reminders(asked(user))) == [] == list(lines.notices(asked(user)))
    Engagement.objects.filter(code=CODE).update(stage="consulting")
    assert list(lines.gates(asked(user))) == []


def test_visits_of_the_week_are_mine_my_files_and_nobodys(person: Person) -> None:
    mine, other = person("officer", name="mine"), person("officer", name="other")
    file, now = Engagement.objects.get(code=CODE), timezone.now()
    Contact.objects.create(engagement=file, kind="visit", title="Soon", starts_at=now + timedelta(days=2))
    Contact.objects.create(engagement=file, kind="visit", title="Later", starts_at=now + timedelta(days=20))
    assert [line.words for line in lines.contacts(asked(mine))] == ["Soon"]
    Engagement.objects.filter(pk=file.pk).update(owner=other)
    assert list(lines.contacts(asked(mine))) == []
    assert [line.words for line in lines.contacts(asked(other))] == ["Soon"]
    assert [line.words for line in lines.contacts(asked(person("auditor")))] == ["Soon"]


def test_what_was_told_of_a_file_that_has_closed_to_the_person_is_not_repeated(person: Person) -> None:
    user = person("officer")
    tell(
        user,
        kind="engagement-assigned",
        key="1",
        about="engagement",
        about_code=CODE,
        path="/office/x/",
        why="owner",
        subject="Secret talks",
    )
    assert [line.href for line in lines.notices(asked(user))] == ["/office/x/"]
    Engagement.objects.filter(code=CODE).update(is_sensitive=True)
    assert list(lines.notices(asked(user))) == []
