"""The tokens of the look: contrast in both themes (WCAG 2.2: 1.4.3 and 1.4.11), and the two places dark is written agree."""

import re
from pathlib import Path

import pytest

from seoulution.drawing.svg import PAINTS

STYLES = Path(__file__).parents[3] / "frontend" / "styles"
BLOCKS = re.findall(r"([^{}]+)\{([^{}]+)\}", (STYLES / "tokens.css").read_text(encoding="utf-8"))
THEMES = {
    "light": next(body for selector, body in BLOCKS if selector.strip().endswith(":root") and "--ground:" in body),
    "dark, as the system": next(body for selector, body in BLOCKS if "not([data-theme" in selector),
    "dark, chosen": next(body for selector, body in BLOCKS if '[data-theme="dark"]' in selector),
}
INKS = ("ink", "ink-quiet", "blue", "blue-bright", "blue-deep", "good", "warning", "blocked", "missing", "neutral")
GROUNDS = ("ground", "ground-soft", "ground-sunk")
TONES = ("good", "warning", "blocked", "missing", "neutral")


def tokens(theme: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", THEMES[theme]))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(theme: str, ground: str) -> None:
    found = tokens(theme)
    poor = {ink: round(contrast(found[ink], found[ground]), 2) for ink in INKS if contrast(found[ink], found[ground]) < 4.5}
    assert not poor


@pytest.mark.parametrize("theme", THEMES)
def test_tones_are_readable_on_their_own_wash_and_text_on_all_of_them(theme: str) -> None:
    found = tokens(theme)
    for tone in TONES:
        assert contrast(found[tone], found[f"{tone}-wash"]) >= 4.5, tone
        assert contrast(found["ink"], found[f"{tone}-wash"]) >= 4.5, tone
    assert contrast(found["on-blue"], found["blue"]) >= 4.5
    assert contrast(found["blue"], found["blue-wash"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_borders_of_controls_and_focus_can_be_seen(theme: str) -> None:
    found = tokens(theme)
    for line in ("rule-strong", "focus"):
        assert contrast(found[line], found["ground"]) >= 3, line
    for mark in ("blue", "warning", "good", "blocked"):
        assert contrast(found[mark], found["map-land"]) >= 3, mark


def test_dark_is_the_same_whether_chosen_or_asked_by_the_system() -> None:
    assert tokens("dark, chosen") == tokens("dark, as the system")


def test_drawings_in_documents_are_readable_on_white() -> None:
    for name in ("ink", "quiet", "one", "two", "three", "four", "five", "gap-ink"):
        assert contrast(PAINTS[name], PAINTS["ground"]) >= 4.5, name
        assert name in ("ink", "quiet", "gap-ink") or contrast(PAINTS["on"], PAINTS[name]) >= 4.5, name


def test_every_paint_of_drawings_has_its_classes() -> None:
    drawn = (STYLES / "drawings.css").read_text(encoding="utf-8")
    for name in PAINTS.keys() - {"none"}:
        assert f".d-{name} {{" in drawn, name


def test_styles_name_nothing_outside_this_site() -> None:
    for sheet in STYLES.glob("*.css"):
        assert "http" not in sheet.read_text(encoding="utf-8").replace('[href^="http"]', ""), sheet.name
