"""What narrows a list of solutions. Written here and not in a template: it stands on every page of the list with thirty links."""

from collections.abc import Sequence
from typing import Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.web.public.facets import Facet

register: Final = template.Library()


@register.simple_tag
def facet_list(facets: Sequence[Facet]) -> SafeString:
    """Each facet under its title, its values as links with their counts; the chosen one takes itself away."""
    parts = [
        (
            facet.name,
            facet.title,
            facet.name,
            format_html_join(
                "",
                '<li><a class="facet__value" href="{}"{}>{} <span>{}</span></a></li>',
                [(link.href, _CURRENT if link.current else "", link.label, link.count) for link in facet.links],
            ),
        )
        for facet in facets
        if facet.links
    ]
    each = '<div class="facet"><h2 class="facet__title" id="facet-{}">{}</h2><ul class="facet__values" aria-labelledby="facet-{}">{}</ul></div>'
    return format_html(
        '<nav class="facets" id="facets" aria-label="{}">{}</nav>', _("Narrow the list"), format_html_join("", each, parts)
    )


_CURRENT: Final = format_html(' aria-current="{}"', "true")
