"""How `make test` shares the tests between its workers."""

import pytest
from tests.by_folder import FIRST, WHOLE, share_of
from tests.repository.tree import ROOT


@pytest.mark.parametrize(
    ("nodeid", "share"),
    [
        ("tests/engine/test_findings.py::test_x[a::b/c.py]", "tests/engine/test_findings.py"),
        ("tests/postgres/test_server.py::test_x", "tests/postgres"),
        ("tests/postgres_other/test_server.py::test_x", "tests/postgres_other/test_server.py"),
        ("tests/journeys/test_from_request_to_dossier.py::test_x", "tests/journeys"),
        ("tests/web/shared/test_gallery_in_browser.py::test_x", "tests/journeys"),
        ("tests/repository/test_words.py::TestX::test_x", "tests/repository"),
    ],
)
def test_what_fights_stays_in_one_worker_and_the_rest_goes_by_file(nodeid: str, share: str) -> None:
    assert share_of(nodeid) == share


@pytest.mark.parametrize("name", [*WHOLE, *FIRST])
def test_every_place_named_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_file_that_starts_a_browser_is_kept_with_the_journeys() -> None:
    starts = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("*.py")
        if "chromium.launch(" in path.read_text(encoding="utf-8") and path != ROOT / "tests/test_by_folder.py"
    ]
    assert starts and {share_of(name) for name in starts} == {"tests/journeys"}
