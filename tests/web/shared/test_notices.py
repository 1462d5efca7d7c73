import pytest

from seoulution.web.shared.notices import undo_address


def test_undo_is_offered_for_an_address_on_this_site() -> None:
    assert undo_address("undo:/office/promises/7/undo/") == "/office/promises/7/undo/"


@pytest.mark.parametrize("tags", ["", "safe", "undo://evil.example/", "undo:https://evil.example/", "undo:javascript:alert(1)"])
def test_undo_never_leads_off_this_site(tags: str) -> None:
    assert undo_address(tags) == ""
