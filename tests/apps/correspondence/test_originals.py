"""The original is kept as it came, and what is given out of it is inspected again."""

from pathlib import Path
from typing import Any

import pytest
from tests.formats.letters import letter

from seoulution.apps.correspondence import originals
from seoulution.apps.correspondence.models import IncomingMail


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))


def test_attachments_are_read_from_the_original() -> None:
    name, _digest = originals.keep(letter(files={"plan.txt": b"1.2 m"}))
    assert [one.data for one in originals.enclosed(IncomingMail(stored_name=name))] == [b"1.2 m"]


def test_a_limit_that_was_lowered_since_counts(settings: Any) -> None:
    name, _digest = originals.keep(letter(files={"plan.txt": b"1.2 m"}))
    settings.ATTACHMENT_LIMIT_BYTES = 10
    assert originals.enclosed(IncomingMail(stored_name=name)) == ()


def test_an_original_that_was_removed_is_said() -> None:
    name, _digest = originals.keep(letter())
    originals.forget(name)
    with pytest.raises(FileNotFoundError):
        originals.enclosed(IncomingMail(stored_name=name))
