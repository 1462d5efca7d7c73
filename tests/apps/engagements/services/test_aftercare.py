"""Agreed levels and their readings: by the file's people, with reason, refused by themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.services.files import TODAY, last_context, told

from seoulution.apps.engagements.models import ServiceLevel
from seoulution.apps.engagements.services import aftercare as services
from seoulution.apps.engagements.services.aftercare import Agreed
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
SAID = Agreed("Buses on time", "%", Decimal(90), date(2026, 1, 5), "contract, clause 7")


def level(by: Any, **changes: Any) -> ServiceLevel:
    return services.agree_level(told(), replace(SAID, **changes), by=by, today=TODAY)


def read(row: ServiceLevel, by: Any, **changes: Any) -> Any:
    given = {"read_on": TODAY, "value": Decimal(91), "source": "MMDA, monthly report", **changes}
    return services.record_reading(row, **given, by=by, today=TODAY)


def refused_with(act: Callable[[], Any]) -> set[str]:
    with pytest.raises(NotAllowed) as refused:
        act()
    return {finding.code for finding in refused.value.findings}


def test_a_level_is_on_record_with_who_and_where_it_was_agreed(person: Person) -> None:
    row = level(person("officer"))
    assert (row.measure, row.bound, row.agreed_in, row.recorded_by.username) == (
        "Buses on time",
        90,
        "contract, clause 7",
        "officer",
    )
    assert last_context("ServiceLevel", row.pk)["by"] == "officer"


def test_everything_wrong_with_a_level_is_said_at_once(person: Person) -> None:
    officer = person("officer")
    wrong = {"measure": " ", "bound": Decimal("0.00001"), "agreed_on": TODAY + timedelta(days=1)}
    said = refused_with(lambda: level(officer, **wrong))
    assert said == {"aftercare.level-incomplete", "aftercare.number-out-of-range", "engagement.day-ahead"}
    level(officer)
    assert refused_with(lambda: level(officer)) == {"aftercare.level-there-already"}


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal(10) ** 16])
def test_a_number_that_no_column_holds_is_refused(person: Person, value: Decimal) -> None:
    officer = person("officer")
    row = level(officer)
    assert refused_with(lambda: read(row, officer, value=value)) == {"aftercare.number-out-of-range"}


def test_one_reading_a_day_and_a_struck_one_stays_to_be_seen(person: Person) -> None:
    officer = person("officer")
    row = level(officer)
    first = read(row, officer)
    assert refused_with(lambda: read(row, officer, source=" ")) == {
        "aftercare.reading-there-already",
        "aftercare.reading-without-source",
    }
    with pytest.raises(ReasonMissing):
        services.strike_reading(first, reason=" ", by=officer)
    services.strike_reading(first, reason="the wrong month", by=officer)
    with pytest.raises(AlreadyOver):
        services.strike_reading(first, reason="again", by=officer)
    read(row, officer, value=Decimal(88))
    assert row.readings.count() == 2


def test_an_ended_level_takes_no_reading(person: Person) -> None:
    officer = person("officer")
    row = services.end_level(level(officer), reason="a new contract", by=officer, today=TODAY)
    with pytest.raises(AlreadyOver):
        read(row, officer)
    assert level(officer).pk != row.pk


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner"])
def test_who_only_reads_agrees_nothing(person: Person, role: str) -> None:
    with pytest.raises(PermissionDenied):
        level(person(role))
