"""Order from the address, pages of fifty, the sources that figures need."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import rows_of

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.web.office.lists import sources_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_the_order_of_the_address_is_the_order_of_the_file(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    ascending, descending = (rows_of(client, "office:solutions", f"&sort={key}") for key in ("complete", "-complete"))
    shares = [float(row[7]) for row in ascending]
    assert shares == sorted(shares)
    assert [float(row[7]) for row in descending] == shares[::-1]
    assert len(ascending) == PolicySolution.objects.filter(withdrawn_on=None).count()


def test_sources_are_found_wherever_a_record_names_them() -> None:
    data = {
        "text": {"sources": ["seoul-article"]},
        "figures": [{"source": "seoul-briefing"}],
        "sources": "not a list",
        "source": 3,
    }
    assert set(sources_of(data, codes=["un-wup-2018", "no-such-source"])) == {"seoul-article", "seoul-briefing", "un-wup-2018"}
