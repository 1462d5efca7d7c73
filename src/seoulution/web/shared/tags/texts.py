"""Filters for texts in work: paths of the template in words, and references to claims marked where they stand."""

from django.template import Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from seoulution.apps.publishing import part_titles
from seoulution.engine.catalogue.references import pieces

register = Library()


@register.filter
def path_words(path: str) -> str:
    """`sections.cost.en` as “Cost and finance (English)”."""
    return part_titles.path_words(path)


@register.filter
def part_words(part: str) -> str:
    """The title of a part of the template."""
    return str(part_titles.PART_TITLES[part])


@register.filter
def as_referred(text: str) -> SafeString:
    """The text as readers will see it, each reference to a claim marked with the claim's code."""
    return format_html_join("", "{}", ((_shown(piece),) for piece in pieces(text)))


def _shown(piece: object) -> object:
    if isinstance(piece, str):
        return piece
    return format_html(
        '<span class="referred" title="{}">{}</span>', getattr(piece, "claim", ""), getattr(piece, "words", "") or "…"
    )
