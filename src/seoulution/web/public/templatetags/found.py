"""The cards of a list of solutions, and what narrows it.

Written here and not in a template: fifty cards and thirty links stand on every page of the list, and tags for each are most of its cost.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Sector
from seoulution.web.public.facets import Facet
from seoulution.web.shared.addresses import addresses
from seoulution.web.shared.writing import written

register: Final = template.Library()

_CARD: Final = (
    '<article class="card card--link"><p class="card__kicker">{}</p><h2 class="card__title"><a href="{}">{}</a></h2>'
    '<div class="card__body"><p>{}</p><p class="quiet small">{} · {}</p></div></article>'
)
"""As `{% card %}` writes it: a test holds one against the other."""


class Card(NamedTuple):
    """A solution in a list: its one-line result, how well it is documented, and its owner's name, all as the reader reads them."""

    code: str
    sector: str
    name: str
    result: str
    evidence: str
    owner: str


@register.simple_tag
def solution_cards(cards: Sequence[Card]) -> SafeString:
    """Each leads to its solution's page."""
    sectors = {code: label(Sector, code) for code in {card.sector for card in cards}}
    at = addresses("public:solution", [card.code for card in cards])
    return written(_CARD, [(sectors[card.sector], href, *card[2:]) for card, href in zip(cards, at, strict=True)])


@register.simple_tag
def facet_list(facets: Sequence[Facet]) -> SafeString:
    """Each facet under its title, its values as links with their counts; the chosen one takes itself away."""
    parts = [
        (
            facet.name,
            facet.title,
            facet.name,
            written(
                '<li><a class="facet__value" href="{}"{}>{} <span>{}</span></a></li>',
                [(link.href, _CURRENT if link.current else "", link.label, link.count) for link in facet.links],
            ),
        )
        for facet in facets
        if facet.links
    ]
    each = '<div class="facet"><h2 class="facet__title" id="facet-{}">{}</h2><ul class="facet__values" aria-labelledby="facet-{}">{}</ul></div>'
    return format_html('<nav class="facets" id="facets" aria-label="{}">{}</nav>', _("Narrow the list"), written(each, parts))


_CURRENT: Final = format_html(' aria-current="{}"', "true")
