"""What the trust tests share: one world of objects per test."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.trust.world import World, build


@pytest.fixture
def world(person: Callable[..., Any], tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> World:
    """One of everything; attachments lie in a folder of the test."""
    from seoulution.apps.demand import attachments

    monkeypatch.setattr(attachments, "folder", lambda: tmp_path)
    return build(person)
