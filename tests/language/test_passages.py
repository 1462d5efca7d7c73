"""How texts become passages, and what they speak of."""

from seoulution.language.passages import chunks, concepts_in, merged_concepts, passages_of


def test_long_texts_become_pieces_that_each_carry_the_title() -> None:
    text = " ".join(f"Sentence number {number} says something about pipes." for number in range(60))
    made = passages_of("long", "en", "Pipes", text)
    assert 3 < len(made) <= 12
    assert all(passage.text.startswith("Pipes. ") for passage in made)
    assert chunks("") == []


def test_a_text_names_its_subjects() -> None:
    assert "water.losses" in concepts_in("Our mains leak and water is lost.", "en")
    assert concepts_in("Nothing to see.", "en") == {}


def test_the_surest_mention_of_a_subject_counts() -> None:
    merged = merged_concepts([("a", {"x": 0.5}), ("b", {}), ("a", {"x": 0.7, "y": 0.2})])
    assert merged == {"a": {"x": 0.7, "y": 0.2}, "b": {}}
