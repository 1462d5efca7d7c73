"""What only staff read stands in the table of all labels, and none of it in a city's pages."""

import re

from tests.repository.tree import ROOT

from seoulution.apps.publishing import labels, staff_labels


def test_every_staff_label_is_found_by_its_code() -> None:
    assert set(staff_labels.LABELS) <= set(labels.LABELS)
    assert labels.label(type(staff_labels.LABELS[0][0]), staff_labels.LABELS[0][0])


def test_no_page_of_a_city_says_a_staff_label() -> None:
    kinds = {type(code).__name__ for code, _words in staff_labels.LABELS}
    pages = [
        path
        for part in ("city_portal", "public")
        for path in (ROOT / "src/seoulution/web" / part).rglob("*.*")
        if path.suffix in (".html", ".py")
    ]
    said = {kind for page in pages for kind in kinds if re.search(rf"label(:\"|\(){kind}\b", page.read_text(encoding="utf-8"))}
    assert pages and not said
