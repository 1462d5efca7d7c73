"""What narrows the status of sharing, also for what people opened and on another day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from tests.apps.engagements.services.files import TODAY, opened

from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.web.shared.status_filter import StatusFilter, country_choices, region_choices

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(person: Callable[..., Any]) -> Engagement:
    row = opened(person("officer"))
    Engagement.objects.filter(pk=row.pk).update(is_public=True)
    return row


def filtered(query: str, day: date = TODAY) -> set[str]:
    found = StatusFilter(QueryDict(query), queryset=shown_to_all())
    return {row.code for row in found.of_the_day(found.qs, day, today=TODAY)}


def test_what_was_opened_since_stands_in_the_papers_region_and_in_neither_list(public: Engagement) -> None:
    assert public.code in filtered("region=South-East+Asia") and public.code not in filtered("region=Africa")
    assert public.code not in filtered("listed=table") | filtered("listed=text")


def test_stage_and_standing_are_those_of_the_day(public: Engagement) -> None:
    assert public.code in filtered("stage=exchange") and public.code not in filtered("stage=exchange", AS_OF_PROGRAMME)
    assert filtered("standing=bidding", AS_OF_PROGRAMME) == {"trinidad-water-meters", "trinidad-meter-supervision"}


def test_choices_name_only_what_the_public_sees(public: Engagement) -> None:
    before = len(country_choices(shown_to_all()))
    Engagement.objects.exclude(pk=public.pk).update(is_sensitive=True)
    assert (len(country_choices(shown_to_all())), region_choices()) == (1, []) and before > 10
