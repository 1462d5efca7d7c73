"""What every audience's page of a paper in signing obeys."""

from seoulution.formats import FORMATS
from seoulution.web.shared.signing.pages import MINUTES


def test_official_papers_come_in_formats_that_exist_hangul_first() -> None:
    assert set(MINUTES) <= set(FORMATS) and MINUTES[0] == "hwpx"
