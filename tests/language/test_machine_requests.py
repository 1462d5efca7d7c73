"""Addresses that may be asked, and those that may not."""

import pytest

from seoulution.language.machine_requests import MachineRefused, is_safe_address, posted


@pytest.mark.parametrize(
    "url", ["https://a.example/v1", "http://127.0.0.1:5000", "http://localhost:11434/v1", "http://[::1]:80", "http://127.9.9.9"]
)
def test_https_and_this_machine_may_be_asked(url: str) -> None:
    assert is_safe_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "http://10.0.0.1",
        "http://localhost.evil.example",
        "http://127.0.0.1@evil.example",
        "https://user:word@a.example",
        "https://a.example/?key=1",
        "file:///etc/passwd",
        "https://",
        "http://[::1",
        "https://a.example:99999",
        "",
    ],
)
def test_nothing_else_may(url: str) -> None:
    assert not is_safe_address(url)
    with pytest.raises(MachineRefused) as refused:
        posted(url, {}, {}, seconds=1)
    assert refused.value.finding.code == "machine.not-safe"
