from seoulution.engine.dossier.document import Tone
from seoulution.engine.vocabulary import Language
from seoulution.formats.tones import LOOKS
from seoulution.formats.words import WORDS


def test_every_language_has_every_word() -> None:
    assert set(WORDS) == set(Language)
    assert all(getattr(words, name).strip() for words in WORDS.values() for name in words.__slots__)


def test_every_tone_has_a_sign_of_its_own_and_ink_that_can_be_read() -> None:
    assert set(LOOKS) == set(Tone)
    assert len({look.sign for look in LOOKS.values()}) == len(Tone)
    assert all(_contrast(look.ink, look.ground) >= 4.5 for look in LOOKS.values())


def _contrast(ink: str, ground: str) -> float:
    """WCAG 2.2, definition of contrast ratio."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
