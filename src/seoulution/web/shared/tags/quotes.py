"""Tags that put a solution's claims onto a page as they may be quoted today."""

from collections.abc import Mapping
from typing import Any, Final

from django.template import Context, Library
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import Piece, Quote, quoted
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.reference.schema.base import Words
from seoulution.web.shared.tags.pieces import badge
from seoulution.web.shared.tags.records import source_marks, words

register = Library()

TONES: Final[Mapping[ClaimState, str]] = {
    ClaimState.UNCONFIRMED: "",
    ClaimState.CURRENT: "good",
    ClaimState.DUE: "warning",
    ClaimState.QUESTIONED: "warning",
    ClaimState.EXPIRED: "blocked",
}


@register.simple_tag(takes_context=True)
def quoting(context: Context, text: Words | None, cites: bool = True) -> SafeString:
    """A solution's text with its references: every claim leads to its own row, is marked where it is in doubt, and withheld where it
    is over. The page gives `quotes` (claims by code), `sources`, `quotes_at` where the rows stand on another page, and
    `left_in_english`: texts that no translation stands for, which say their language.
    """
    if text is None:
        return SafeString("")
    at = context.get("quotes_at") or ""
    said = format_html_join("", "{}", ((_shown(piece, at),) for piece in quoted(words(text), context.get("quotes") or {})))
    if words(text) in (context.get("left_in_english") or ()):
        said = format_html('<span lang="en" dir="ltr">{}</span>', said)
    sources = getattr(text, "sources", ())
    if not sources or not cites:
        return said
    return format_html('{} <span class="cites">{}</span>', said, source_marks(context, sources))


def _shown(piece: Piece, at: str) -> SafeString | str:
    if piece.quote is None:
        return piece.words
    look = "quote quote--withheld" if piece.quote.withheld else "quote"
    link = format_html('<a class="{}" href="{}#claim-{}">{}</a>', look, at, piece.quote.code, piece.words)
    return format_html('{} <span class="quote__mark">{}</span>', link, piece.mark) if piece.mark else link


@register.filter
def by_code(held: Mapping[str, Any], code: str) -> Any:
    """What a mapping holds under a record's code: `{{ quotes|by_code:claim.code }}`."""
    return held.get(code)


@register.filter
def claim_state(state: ClaimState | str) -> SafeString:
    """How a claim stands, as a badge."""
    found = ClaimState(state)
    return badge(label(ClaimState, found), tone=TONES[found])


@register.filter
def claim_standing(quote: Quote) -> SafeString:
    """The badge, with the day of the owner's word where it was given."""
    if quote.state is ClaimState.CURRENT and quote.confirmed_on:
        day = date_format(quote.confirmed_on, "DATE_FORMAT")
        return badge(_("confirmed on %(date)s") % {"date": day}, tone=TONES[quote.state])
    return claim_state(quote.state)
