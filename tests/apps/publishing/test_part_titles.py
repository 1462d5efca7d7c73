"""Paths of the template in words."""

from django.utils.translation import override

from seoulution.apps.catalogue.parts import FACTS, IDENTITY, WHOLE
from seoulution.apps.publishing.part_titles import PART_TITLES, path_words
from seoulution.reference.schema.template import TemplatePart


def test_every_part_that_is_written_or_compared_has_a_title() -> None:
    assert {*(part.value for part in TemplatePart), *FACTS, *IDENTITY, *WHOLE, "gaps", "facts"} <= set(PART_TITLES)


def test_a_path_says_part_entry_and_language() -> None:
    with override("en"):
        assert path_words("sections.cost.en") == "Cost and finance (English)"
        assert path_words("claims.dasan.answers-2015") == "Figures dasan.answers-2015"
        assert path_words("levels.1.ko") == "Levels 1 (Korean)"
        assert path_words("not-a-part") == "not-a-part"
