"""A bad page number leads to a page that is there."""

import pytest
from django.test import RequestFactory

from seoulution.web.translators.paging import ROWS_PER_PAGE, page_of


@pytest.mark.parametrize(("asked", "number"), [("1", 1), ("2", 2), ("99", 3), ("x", 1), ("-1", 3)])
def test_the_page_is_one_that_exists(asked: str, number: int) -> None:
    request = RequestFactory().get("/", {"page": asked})
    assert page_of(request, range(2 * ROWS_PER_PAGE + 1)).number == number
