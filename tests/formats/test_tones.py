from seoulution.engine.dossier.document import Tone
from seoulution.engine.vocabulary import Sector
from seoulution.formats.tones import ACCENT, ACCENTS, LOOKS, QUIET, accent_of


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_ink_can_be_read_on_its_ground() -> None:
    assert set(LOOKS) == set(Tone)
    for look in LOOKS.values():
        assert contrast(look.ink, look.ground) >= 4.5 and contrast("#FFFFFF", look.ink) >= 4.5
    assert contrast(ACCENT, "#FFFFFF") >= 7 and contrast(QUIET, "#FFFFFF") >= 4.5


def test_every_sector_has_a_colour_of_its_own_in_which_words_can_be_read() -> None:
    assert set(ACCENTS) == set(Sector) and len(set(ACCENTS.values())) == len(Sector)
    assert all(contrast(colour, "#FFFFFF") >= 4.5 for colour in ACCENTS.values())
    assert accent_of(None) == ACCENT and accent_of(Sector.WATER) == ACCENTS[Sector.WATER]
