"""What was sent is shown in words that its sender recognises."""

import pytest
from django.utils.translation import override
from tests.apps.publishing.shared import engagement

from seoulution.apps.publishing.models import Proposal
from seoulution.web.shared.said_back import said_back

pytestmark = pytest.mark.django_db


def test_a_figure_shows_its_parts_and_a_confirmation_what_it_is_about() -> None:
    row = engagement()
    parts = {"value": "5", "year": "2020", "source": "Census"}
    rows = [
        Proposal(engagement=row, kind="figure", about="population", data=parts),
        Proposal(engagement=row, kind="confirmation", about="need", said="Yes."),
        Proposal(engagement=row, kind="confirmation", about="result-3"),
        Proposal(engagement=row, kind="answer", said="We prefer June."),
    ]
    figure, need, result, answer = (each.words for each in said_back(rows))
    assert all(part in figure for part in ("5", "2020", "Census"))
    with override("ko"):
        assert "5 천 명, 2020" in said_back(rows)[0].words
    assert need.endswith(": Yes.") and result and "result-3" not in result and answer == "We prefer June."
