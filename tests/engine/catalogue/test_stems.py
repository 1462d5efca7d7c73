"""Words found by their beginnings, outside innocent phrases."""

from seoulution.engine.catalogue.stems import places_of


def found(text: str, language: str, stems: tuple[str, ...], unless: tuple[str, ...] = ()) -> list[str]:
    return [match.group() for match in places_of(text, language, stems, unless)]


def test_a_korean_stem_is_found_inside_a_word_and_an_english_one_only_as_a_word() -> None:
    assert found("기술수출을", "ko", ("수출",)) == ["수출"]
    assert found("reexports", "en", ("export*",)) == []
    assert found("Exporting it", "en", ("export*",)) == ["Exporting"]


def test_an_innocent_phrase_hides_only_the_word_within_it() -> None:
    assert found("수출입은행과 수출", "ko", ("수출",), ("수출입은행",)) == ["수출"]


def test_a_phrase_is_found_across_a_line_break() -> None:
    assert found("state of\nthe art", "en", ("state of the art",)) == ["state of\nthe art"]
