"""Order from the address, pages of fifty, the sources that figures need."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import rows_of

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.kept_answers import Listed
from seoulution.web.office.lists import KeyPages, sources_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_the_order_of_the_address_is_the_order_of_the_file(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    ascending, descending = (rows_of(client, "office:solutions", f"&sort={key}") for key in ("complete", "-complete"))
    shares = [float(row[7]) for row in ascending]
    assert shares == sorted(shares)
    assert [float(row[7]) for row in descending] == shares[::-1]
    assert len(ascending) == PolicySolution.objects.filter(withdrawn_on=None).count()


def test_every_page_of_keys_holds_what_its_place_holds_also_those_counted_from_the_end() -> None:
    rows = City.objects.order_by("name_en", "pk")
    keys = list(rows.values_list("pk", flat=True))
    pages = KeyPages(Listed.of(rows), len(keys))
    pages.per_page = 7
    assert pages.num_pages > 4
    for page in pages:
        assert list(page.object_list) == keys[page.start_index() - 1 : page.end_index()]
    assert list(pages.get_page("9999").object_list) == list(pages.page(pages.num_pages).object_list)
    assert list(KeyPages(Listed.of(rows.none()), 0).get_page("1").object_list) == []


def test_sources_are_found_wherever_a_record_names_them() -> None:
    data = {
        "text": {"sources": ["seoul-article"]},
        "figures": [{"source": "seoul-briefing"}],
        "sources": "not a list",
        "source": 3,
    }
    assert set(sources_of(data, codes=["un-wup-2018", "no-such-source"])) == {"seoul-article", "seoul-briefing", "un-wup-2018"}
