from seoulution.engine.demand.understanding import understood
from seoulution.language.background import backgrounds
from seoulution.language.focus import MOST_CHARACTERS, asking_part, is_short
from seoulution.language.thesaurus import vocabulary
from seoulution.language.vectors import encoders

LETTER = (
    "Dear Mayor, we send you our warmest regards and recall the concert of your choir with great pleasure. "
    "Our city is the cultural capital of the region, has a lovely harbour and is proud of its four universities. "
    "Every second bucket of treated water is lost through leaks before it reaches a household. "
    "A delegation of six members could travel to Seoul in October. Please accept the assurance of our highest esteem."
)


def part(text: str, language: str = "en") -> str:
    encoder = encoders().available[0]
    return asking_part(understood(text, language, vocabulary()), encoder, backgrounds()[encoder.name])


def test_a_short_text_is_taken_whole() -> None:
    assert part("Hello. Our pipes leak.") == "Hello. Our pipes leak."
    assert is_short("누" * 170)
    assert not is_short("누" * 190)


def test_the_asking_sentence_of_a_long_letter_is_kept_and_the_greeting_is_not() -> None:
    kept = part(LETTER)
    assert "lost through leaks" in kept
    assert "warmest regards" not in kept
    assert "esteem" not in kept


def test_a_text_without_end_is_bounded() -> None:
    assert len(part("Our pipes leak and nobody pays for water. " * 2_000)) <= MOST_CHARACTERS
    assert len(part("x" * 50_000)) <= MOST_CHARACTERS
