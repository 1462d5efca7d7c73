"""A solution as a paper."""

from datetime import UTC, datetime

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.solution_paper import TITLES, solution_paper
from seoulution.engine.dossier.document import uncited
from seoulution.engine.vocabulary import Language
from seoulution.formats.checks import defects
from seoulution.reference.schema.catalogue import SectionKey

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_every_section_of_the_template_has_a_title():
    assert set(TITLES) == set(SectionKey)


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_every_solution_makes_a_printable_paper(language: Language):
    for row in PolicySolution.objects.select_related("owner"):
        paper = solution_paper(row, language, now=NOW)
        assert not uncited(paper) and not defects(paper), row.code
        assert [section.key for section in paper.sections][: len(SectionKey)] == [key.value for key in SectionKey]
