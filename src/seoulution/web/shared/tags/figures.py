"""The one way a figure with a source gets onto a page: value, unit, year, source mark, and a badge when a country stands in."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha1
from typing import Any

from django.template import Context, Library
from django.utils.translation import get_language

from seoulution.drawing import numbers
from seoulution.engine.provenance import Money, Sourced
from seoulution.engine.vocabulary import Boundary
from seoulution.web.shared import figure_words

register = Library()


@register.inclusion_tag("shared/components/figure.html", takes_context=True)
def figure(
    context: Context, sourced: Sourced[Any] | str | None, source: Any = None, readable: bool = False, label: str = ""
) -> dict[str, Any]:
    """Show `sourced`. `source` is its `Source` (or anything with title, publisher, address, published, retrieved_on); without
    it the page's `sources` mapping is asked by code. `readable` writes 768만 instead of 7,680,000. `None` reads "not known".
    """
    if not isinstance(sourced, Sourced):
        return {"known": False}
    language = get_language() or "en"
    found = source or _by_code(context.get("sources"), sourced.source)
    value = _written(sourced.value, sourced.unit, language, readable)
    return {
        "known": True,
        "label": label,
        "value": value,
        "unit": figure_words.unit(sourced.unit, language),
        "year": numbers.year(sourced.year, language) if sourced.year is not None else "",
        "stands_in": sourced.boundary is Boundary.COUNTRY,
        "boundary": figure_words.boundary(sourced.boundary),
        "confidence": figure_words.confidence(sourced.confidence),
        "judged": figure_words.mark(sourced.confidence),
        "printed": sourced.printed if sourced.printed != value else None,
        "note": _in(sourced.note, language),
        "source": found,
        "source_title": getattr(found, "title", "") or sourced.source,
        "identifier": _identifier(context, sourced),
    }


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
    return numbers.readable_number(value, language) if readable else numbers.grouped(value, language)


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
