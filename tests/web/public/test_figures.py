"""What the figures promise, what the papers slipped on, what can be taken along."""

import re

import pytest
from django.test import Client

from seoulution.apps.network.models import Correction
from seoulution.engine.vocabulary import Confidence
from seoulution.web.public.figures import meaning_of

pytestmark = pytest.mark.django_db


def test_all_corrections_stand_printed_beside_right(client: Client):
    """source-corrections: 66 slips."""
    page = client.get("/figures/corrections/").content.decode()
    assert Correction.objects.filter(withdrawn_on=None).count() == 66
    for number in range(1, 67):
        assert f'id="correction-{number}"' in page


def test_every_letter_of_confidence_is_explained():
    assert all(meaning_of(each) for each in Confidence)


def test_no_figure_stands_here_that_was_seen_in_no_source(client: Client):
    counts = {mark: count for mark, _name, _meaning, count in client.get("/figures/").context["confidence"]}
    assert counts["C"] == 0 and counts["A"] > 0


def test_every_download_that_open_data_offers_is_there(client: Client):
    page = client.get("/open-data/").content.decode()
    offered = re.findall(r'href="(/[^"]+/download/[^"]+)"', page)
    assert len(offered) > 10
    for address in offered:
        assert client.get(address).status_code == 200, address
