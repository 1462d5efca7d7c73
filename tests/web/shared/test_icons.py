import re
from pathlib import Path

from seoulution.web.shared.icons import ICONS, MIRRORS_IN_RTL, TONE_SIGNS

WEB = Path(__file__).parents[3] / "src" / "seoulution" / "web"


def test_every_icon_a_template_names_exists() -> None:
    named = {
        name
        for page in WEB.rglob("*.html")
        for name in re.findall(r'(?:\{% icon |icon=)"([a-z-]+)"', page.read_text(encoding="utf-8"))
    }
    assert named and named <= ICONS.keys()


def test_signs_of_tones_and_those_that_turn_round_exist() -> None:
    assert set(TONE_SIGNS.values()) | MIRRORS_IN_RTL <= ICONS.keys()
