"""Facets as they stand beside a list."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.web.public.facets import Facet
from seoulution.web.public.templatetags.found import Card, facet_list, solution_cards
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.tags.records import named


def test_values_are_links_with_counts_and_the_chosen_one_is_marked():
    links = [Link("Water", "/solutions/", True, 4), Link("<b>", "/solutions/?q=1&sector=x", False, 1)]
    made = facet_list([Facet("sector", "Sector", links), Facet("cost", "Cost class", [])])
    assert made.count("<a ") == 2 and made.count('aria-current="true"') == 1
    assert "&lt;b&gt;" in made and "&amp;sector=x" in made
    assert "Cost class" not in made


CARD = """{% load seoulution %}{% card title=row|named href=row.code|page_at:"public:solution" kicker=row.sector|label:"Sector" level=2 %}\
<p>{{ result }}</p><p class="quiet small">{{ evidence }} · {{ row.owner|named }}</p>{% endcard %}"""


@pytest.mark.parametrize("language", ["en", "ko", "fr"])
def test_a_card_of_the_list_is_the_component_letter_for_letter_and_escapes_every_word(language: str):
    owner = Agency(name_ko="<서울>", name_en='Seoul "& Sons"')
    row = PolicySolution(code="revenue-water", name_ko="<b>물</b>", name_en="Water & 'air' {}", sector="water", owner=owner)
    one = {"row": row, "result": 'From <i>55</i> to "94" {0}', "evidence": "Evidence A & 90%"}
    with override(language):
        made = Card(row.code, row.sector, named(row), one["result"], one["evidence"], named(owner))
        shown = Template(CARD).render(Context(one))
        assert solution_cards([made, made]) == shown * 2
        assert "<b>" not in shown and "<i>" not in shown


def test_a_list_of_no_solutions_has_no_card():
    assert solution_cards([]) == ""
