"""The rows of a page come in the order of its keys, whatever their number."""

import pytest

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.engagement_rows_read import rows_of
from seoulution.web.office.lists import ROWS_PER_PAGE

pytestmark = pytest.mark.django_db
FIELDS = ("pk", "code", "city__name_ko", "owner__username", "opened_on")


@pytest.mark.parametrize("number", [0, 1, 2, 25])
def test_each_key_gives_its_fields_in_the_order_of_the_keys(number: int) -> None:
    keys = list(Engagement.objects.order_by("-code").values_list("pk", flat=True)[:number])
    assert rows_of(keys, FIELDS) == list(Engagement.objects.filter(pk__in=keys).order_by("-code").values(*FIELDS))


def test_a_key_that_is_gone_is_left_out_and_more_than_a_page_is_read() -> None:
    keys = list(Engagement.objects.order_by("code").values_list("pk", flat=True)[:3])
    others = [-number for number in range(1, ROWS_PER_PAGE + 5)]
    assert [row["pk"] for row in rows_of([keys[0], *others, keys[2], keys[1]], FIELDS)] == [keys[0], keys[2], keys[1]]
