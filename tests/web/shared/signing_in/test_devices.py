"""A browser is named as people call it."""

import pytest

from seoulution.web.shared.signing_in.devices import in_words

AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0": "Edge · Windows",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Whale/4.29 Safari/537.36": "Whale · Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1": "Safari · iPhone",
    "Mozilla/5.0 (Linux; Android 15; SM-S931N) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Safari/537.36": "Samsung Internet · Android",
    "curl/8.5.0": "curl/8.5.0",
    "": "?",
    "x" * 500: "x" * 40,
}


@pytest.mark.parametrize(("agent", "words"), AGENTS.items())
def test_browser_and_system_or_what_it_says_itself(agent: str, words: str) -> None:
    assert in_words(agent) == words
