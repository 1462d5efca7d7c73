"""The one way a figure with a source gets onto a page: value, unit, year, source mark, and a badge when a country stands in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha1
from typing import Any

from django.template import Context, Library
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.drawing import numbers
from seoulution.engine.cities.scale import counted_in
from seoulution.engine.provenance import Money, Sourced
from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.web.shared import figure_words
from seoulution.web.shared.icons import SIGNS
from seoulution.web.shared.tags.pieces import badge

register = Library()


@register.simple_tag(takes_context=True)
def figure(
    context: Context, sourced: Sourced[Any] | str | None, source: Any = None, readable: bool = False, label: str = ""
) -> SafeString:
    """Show `sourced`. `source` is its `Source` (or anything with title, publisher, address, published, retrieved_on); without
    it the page's `sources` mapping is asked by code. `readable` writes 768만 instead of 7,680,000. `None` reads "not known".

    Written here and not in a template of its own: a list of places shows fifty.
    """
    if not isinstance(sourced, Sourced):
        return format_html('<span class="figure__unknown">{}</span>', figure_words.not_known())
    language = get_language() or "en"
    found = source or _by_code(context.get("sources"), sourced.source)
    title = getattr(found, "title", "") or sourced.source
    value = _written(sourced.value, sourced.unit, language, readable)
    printed = sourced.printed if sourced.printed != value else None
    identifier = _identifier(context, sourced)
    return format_html(
        '<span class="figure">{}<span class="figure__whole">{}{}</span><span class="source-note" id="{}" popover>{}</span>{}{}'
        '<span class="figure__print-source"> [{}]</span></span>',
        _some('<span class="visually-hidden">{}: </span>', label),
        _value(sourced, value, language),
        _mark(identifier),
        identifier,
        _note(sourced, found, title, printed or "", language),
        format_html(' <span class="figure__printed">{} <s>{}</s></span>', _("printed as"), printed) if printed else "",
        _badges(sourced),
        title,
    )


def _value(sourced: Sourced[Any], value: str, language: str) -> SafeString:
    return format_html(
        '<span class="figure__value">{}</span>{}{}',
        value,
        _some('<span class="figure__unit"> {}</span>', figure_words.unit(sourced.unit, language)),
        _some(' <span class="figure__year">({})</span>', "" if sourced.year is None else numbers.year(sourced.year, language)),
    )


def _mark(identifier: str) -> SafeString:
    mark = '<button class="source-mark" type="button" popovertarget="{}" aria-label="{}" title="{}">{}</button>'
    words = _("Source of this figure")
    return format_html(mark, identifier, words, words, SIGNS["source"])


def _note(sourced: Sourced[Any], source: Any, title: str, printed: str, language: str) -> SafeString:
    publisher, published = getattr(source, "publisher", ""), getattr(source, "published", "")
    return _told(
        language,
        f"{title}{f', {publisher}' if publisher else ''}{f' ({published})' if published else ''}",
        getattr(source, "retrieved_on", None),
        getattr(source, "address", "") or "",
        sourced.boundary,
        sourced.confidence,
        printed,
        _in(sourced.note, language),
    )


@lru_cache(maxsize=1_000)
def _told(
    language: str,
    source: str,
    retrieved: date | None,
    address: str,
    boundary: Boundary,
    confidence: Confidence,
    printed: str,
    note: str,
) -> SafeString:
    """Where a figure comes from and what it speaks of: alike for many figures of a page, and all that it says is its key."""
    lines = (
        (_("Source"), source),
        (_("Boundary"), figure_words.boundary(boundary)),
        (_("Known from"), figure_words.confidence(confidence)),
        (_("Retrieved"), date_format(retrieved, "DATE_FORMAT") if retrieved else ""),
        (_("As printed"), printed),
        (_("Remark"), note),
    )
    line = '<span class="source-note__line"><span class="source-note__label">{}</span><span>{}</span></span>'
    link = '<a class="source-note__link" href="{}" rel="noreferrer">{} {}</a>'
    return format_html(
        "{}{}",
        format_html_join("", line, (each for each in lines if each[1])),
        format_html(link, address, _("Open the source"), SIGNS["external"]) if address else "",
    )


def _badges(sourced: Sourced[Any]) -> SafeString:
    country = badge(_("Country figure"), tone="warning", icon="flag") if sourced.boundary is Boundary.COUNTRY else ""
    judged = figure_words.mark(sourced.confidence)
    return format_html("{}{}", country, badge(judged) if judged else "")


def _some(markup: str, words: str) -> SafeString | str:
    return format_html(markup, words) if words else ""


@register.filter
def is_sourced(value: Any) -> bool:
    """Whether `{% figure %}` can show the value with its source."""
    return isinstance(value, Sourced)


def _written(value: Any, unit: str, language: str, readable: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Money):
        return str(value)
    if isinstance(value, Money):
        return numbers.money(value, language)
    if unit in figure_words.CURRENCIES:
        return numbers.money(Money(numbers.exact(value), unit), language)
    if unit == "share":
        return numbers.percent(value, language)
    if unit == "year":
        return str(value)
    is_counted_in_many = readable and counted_in(unit) > 1  # 1만 1,856 천 명 is no number that anybody reads
    return numbers.grouped(value, language) if is_counted_in_many or not readable else numbers.readable_number(value, language)


def _by_code(sources: Mapping[str, Any] | None, code: str) -> Any:
    return sources.get(code) if sources else None


def _in(note: Mapping[str, str] | None, language: str) -> str:
    return (note.get(language[:2]) or note.get("en") or "") if note else ""


def _identifier(context: Context, sourced: Sourced[Any]) -> str:
    """Unique on the page and in the fragments htmx swaps into it, and the same each time, so that pages can be compared."""
    request = context.get("request")
    path = request.path if request is not None else ""
    seed = sha1(repr((path, sourced.value, sourced.unit, sourced.year, sourced.source)).encode(), usedforsecurity=False)
    counts: dict[str, int] = request.__dict__.setdefault("figures_shown", {}) if request is not None else {}
    code = seed.hexdigest()[:8]
    counts[code] = counts.get(code, 0) + 1
    return f"figure-{code}-{counts[code]}"
