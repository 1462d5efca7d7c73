"""Rows, points and signs of the status of sharing."""

import json

import pytest
from django.utils import timezone

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.status import lines_of
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Standing
from seoulution.web.shared.place_map import ENDED, NOT_KNOWN, RANK
from seoulution.web.shared.status_files import columns, points, sheet_row, signs_of

pytestmark = pytest.mark.django_db


def test_every_column_has_its_value_and_points_say_the_same() -> None:
    today = timezone.localdate()
    rows = list(Engagement.objects.select_related("city__country"))
    lines = lines_of(rows, AS_OF_PROGRAMME, today=today)
    assert {column.key for column in columns()} == set(sheet_row(lines[0], AS_OF_PROGRAMME))
    found = {each["id"]: each["properties"] for each in json.loads(points(lines, AS_OF_PROGRAMME))["features"]}
    first = lines[0]
    assert found[first.row.code]["standing"] == sheet_row(first, AS_OF_PROGRAMME)["standing"]


def test_what_nobody_knows_and_what_has_ended_have_signs_of_their_own() -> None:
    today = timezone.localdate()
    rows = list(Engagement.objects.filter(code="wellington-fare-card"))
    assert set(signs_of(rows, AS_OF_PROGRAMME.replace(year=2009), today=today).values()) == {NOT_KNOWN}
    rows[0].ending = "lost"
    assert set(signs_of(rows, today, today=today).values()) == {ENDED}
    assert set(RANK) == {*map(str, Standing), ENDED, NOT_KNOWN}
