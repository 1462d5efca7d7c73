"""The text as read: every reference stands as its words, or as the claim's value and unit."""

from seoulution.apps.catalogue.manuscripts import plain_data, value_words

DATA = {
    "claims": [
        {"code": "share", "figure": {"value": "94.5", "unit": "%"}},
        {"code": "homes", "figure": {"value": "170000", "unit": "homes"}},
    ],
    "sections": {"results": {"en": "It rose to [94.5 %](claim:share) in [](claim:homes).", "sources": ["a"]}},
    "levels": [{"text": {"en": "[](claim:unknown)"}}],
}


def test_references_stand_as_plain_words_at_any_depth() -> None:
    read = plain_data(DATA)
    assert read["sections"]["results"] == {"en": "It rose to 94.5 % in 170,000 homes.", "sources": ["a"]}
    assert read["levels"][0]["text"]["en"] == ""
    assert read["claims"] == DATA["claims"]


def test_a_value_in_words_is_not_taken_for_a_number() -> None:
    assert value_words({"value": "October 2010", "unit": "date"}) == "October 2010"
