"""Facets as they stand beside a list."""

from seoulution.web.public.facets import Facet
from seoulution.web.public.templatetags.found import facet_list
from seoulution.web.shared.component_values import Link


def test_values_are_links_with_counts_and_the_chosen_one_is_marked():
    links = [Link("Water", "/solutions/", True, 4), Link("<b>", "/solutions/?q=1&sector=x", False, 1)]
    made = facet_list([Facet("sector", "Sector", links), Facet("cost", "Cost class", [])])
    assert made.count("<a ") == 2 and made.count('aria-current="true"') == 1
    assert "&lt;b&gt;" in made and "&amp;sector=x" in made
    assert "Cost class" not in made
