"""Paths in words, and references marked where they stand."""

from seoulution.web.shared.tags.texts import as_referred, part_words, path_words


def test_references_are_marked_and_everything_else_is_escaped() -> None:
    shown = as_referred("<b> fell to [2.3 %](claim:leakage-2016) and [](claim:x)")
    assert shown.startswith("&lt;b&gt; fell to ") and "](claim" not in shown
    assert '<span class="referred" title="leakage-2016">2.3 %</span>' in shown and ">…</span>" in shown


def test_paths_and_parts_have_words() -> None:
    assert path_words("sections.cost.en") != "sections.cost.en" and part_words("claims") != "claims"
