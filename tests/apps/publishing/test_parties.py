"""The other side as a value: the city, one agency or one firm, and the key that names it."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement, firm, link_for, told

from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.network.services import affiliate
from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.parties import CITY, Counterpart, belonging_to, named_by, of_row, of_user
from seoulution.engine.engagements.codes import Recipient

pytestmark = pytest.mark.django_db


def test_a_counterpart_names_exactly_the_body_of_its_kind() -> None:
    for wrong in (
        {"recipient": Recipient.FIRM},
        {"recipient": Recipient.CITY, "agency": Agency()},
        {"recipient": Recipient.AGENCY, "firm": Firm()},
    ):
        with pytest.raises(ValueError, match="one agency or one firm"):
            Counterpart(**wrong)


def test_a_key_leads_back_to_its_counterpart_and_no_other_key_to_any() -> None:
    agency = Counterpart(Recipient.AGENCY, agency=Agency.objects.filter(withdrawn_on=None)[0])
    for each in (CITY, agency, firm()):
        assert named_by(each.key) == each
    for key in ("", "city:", "firm", "firm:", "firm:no-such-firm", "agency:" + str(firm().key), "firm:\x00"[:5]):
        assert named_by(key) is None


def test_a_person_stands_for_the_body_they_work_for(person: Callable[..., Any]) -> None:
    partner = person("partner")
    assert of_user(partner) is None
    affiliate(partner, firm=firm().firm)
    assert of_user(partner) == firm()


def test_rows_are_found_by_their_counterpart(person: Callable[..., Any]) -> None:
    officer, row = person("officer"), engagement()
    mine, _ = told(row, officer, to=firm()), told(row, officer)
    assert list(SharedItem.objects.filter(belonging_to(firm()))) == [mine]
    assert of_row(link_for(row, officer, to=firm())[0]) == firm() and CITY.record(row) == row.city
