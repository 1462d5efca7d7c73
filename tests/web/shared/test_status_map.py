"""The status of sharing on the map."""

from collections.abc import Sequence
from html import escape

import pytest
from django.utils import timezone

from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by
from seoulution.apps.publishing.status import Counts, counted
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.web.shared import status_map as module
from seoulution.web.shared.place_map import PlaceSign
from seoulution.web.shared.status_map import counts_of_places, places_of, status_figure, status_map

pytestmark = pytest.mark.django_db


def _then() -> Sequence[PlaceSign]:
    return places_of(begun_by(shown_to_all(), AS_OF_PROGRAMME), AS_OF_PROGRAMME, today=timezone.localdate())


def test_each_place_has_one_mark_that_names_its_engagements() -> None:
    world = status_map(_then())
    assert world is not None and world.svg.count('data-place="ho-chi-minh-city"') == 1
    for row in Engagement.objects.filter(city__code="ho-chi-minh-city"):
        assert escape(row.name_en) in world.svg


def test_a_place_of_a_long_list_says_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NAMED", 3)
    world = status_map(_then())
    assert world is not None and "2 engagements" in world.svg


def test_a_place_shows_the_furthest_that_goes_on_there() -> None:
    """Of what ended and what is won, the won one; of several rows in one place each counts."""
    rows = Engagement.objects.filter(city__code="ho-chi-minh-city")
    first, *others = rows
    rows.exclude(pk=first.pk).update(ending="lost", ending_reason="outbid", ended_on=AS_OF_PROGRAMME)
    rows.filter(pk=first.pk).update(standing="won", ending="", ending_reason="", ended_on=None)
    [place] = places_of(rows.all(), timezone.localdate(), today=timezone.localdate())
    assert (place.sign, place.number) == ("won", 1 + len(others))


def test_places_are_counted_with_the_map() -> None:
    rows = begun_by(shown_to_all(), AS_OF_PROGRAMME).filter(row__isnull=False)
    places = places_of(rows, AS_OF_PROGRAMME, today=timezone.localdate())
    assert counts_of_places(places) == counted(rows) == Counts(14, 15, 16)


def test_the_papers_map_has_words_and_no_links() -> None:
    figure = status_figure(_then())
    assert figure is not None and "Hue" in figure.alternative and "href" not in figure.svg


def test_no_rows_draw_nothing() -> None:
    none = places_of(Engagement.objects.none(), AS_OF_PROGRAMME, today=timezone.localdate())
    assert status_map(none) is None and status_figure(none) is None and counts_of_places(none) == Counts(0, 0, 0)
