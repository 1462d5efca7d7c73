"""Tags for what pages are made of: badge, card, facts, definitions, callout, empty state, timeline, conflict, workspace.

What stands in every row of a list (badge, card, disclosure) is written here and not in a template of its own: a template costs
ten times as much, and a list of fifty rows opens hundreds.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.web.shared.component_values import ConflictField, Fact, TimelineEvent
from seoulution.web.shared.icons import SIGNS, TONE_SIGNS

register = Library()


def tone_label(tone: str) -> str:
    """What a tone says in a word, when the caller gives none."""
    words = {
        "good": _("Met"),
        "warning": _("Note"),
        "blocked": _("Blocked"),
        "missing": _("Missing"),
        "neutral": _("Information"),
    }
    return words[tone]


@register.simple_tag
def badge(text: str, tone: str = "", icon: str = "") -> SafeString:
    """A word with a sign. `tone`: good, warning, blocked, missing, neutral; without tone it is plain and has no sign."""
    return _badge(text if isinstance(text, str) else str(text), str(tone), str(icon))


@lru_cache(maxsize=5_000, typed=True)
def _badge(text: str, tone: str, icon: str) -> SafeString:
    """Remembered by type too: text that is safe already and text that reads alike but is not are two."""
    sign = icon or TONE_SIGNS.get(tone, "")
    look = f"tone--{tone}" if tone else "badge--plain"
    return format_html('<span class="badge {}">{}{}</span>', look, SIGNS[sign] if sign else "", text)


@register.simple_block_tag
def card(content: SafeString, title: str = "", href: str = "", kicker: str = "", foot: str = "", level: int = 3) -> SafeString:
    """One thing among several. With `href` the whole card is pressed through its title."""
    named = format_html('<a href="{}">{}</a>', href, title) if href else title
    return format_html(
        '<article class="card{}">{}{}<div class="card__body">{}</div>{}</article>',
        " card--link" if href else "",
        format_html('<p class="card__kicker">{}</p>', kicker) if kicker else "",
        format_html('<h{} class="card__title">{}</h{}>', level, named, level) if title else "",
        content,
        format_html('<p class="card__foot">{}</p>', foot) if foot else "",
    )


@register.inclusion_tag("shared/components/facts.html", takes_context=True)
def facts(context: Context, items: Sequence[Fact], large: bool = False) -> dict[str, Any]:
    """A strip of short facts under a title."""
    return {"items": items, "large": large, "sources": context.get("sources", {}), "request": context.get("request")}


@register.inclusion_tag("shared/components/definitions.html", takes_context=True)
def definitions(context: Context, items: Sequence[Fact]) -> dict[str, Any]:
    """Label and value in rows."""
    return {"items": items, "sources": context.get("sources", {}), "request": context.get("request")}


@register.simple_block_tag
def callout(content: SafeString, tone: str = "neutral", label: str = "", title: str = "") -> SafeString:
    """Something that must not be overlooked, such as a finding: sign, word, then the text between the tags."""
    values = {"content": content, "tone": tone, "icon": TONE_SIGNS[tone], "label": label or tone_label(tone), "title": title}
    return render_to_string("shared/components/callout.html", values)


@register.simple_block_tag
def empty_state(content: SafeString, title: str, action: str = "", href: str = "") -> SafeString:
    """What would be here, and how to begin."""
    values = {"content": content, "title": title, "action": action, "href": href}
    return render_to_string("shared/components/empty_state.html", values)


@register.inclusion_tag("shared/components/timeline.html")
def timeline(events: Sequence[TimelineEvent]) -> dict[str, Any]:
    """What happened, with absolute dates; the relative one stands beside."""
    return {"events": events}


@register.inclusion_tag("shared/components/conflict.html")
def conflict(fields: Sequence[ConflictField], saved_by: str, saved_at: str) -> dict[str, Any]:
    """Two versions side by side, one choice per field; goes inside the caller's form, fields named as given."""
    return {"fields": fields, "saved_by": saved_by, "saved_at": saved_at}


@register.simple_block_tag
def section(content: SafeString, title: str, id: str = "", lead: str = "") -> SafeString:
    """A titled part of a page."""
    return render_to_string("shared/components/section.html", {"content": content, "title": title, "id": id, "lead": lead})


@register.simple_block_tag
def page_head(content: SafeString, title: str, lead: str = "", kicker: str = "") -> SafeString:
    """The page's one h1, a sentence under it, and between the tags the actions."""
    return render_to_string(
        "shared/components/page_head.html", {"content": content, "title": title, "lead": lead, "kicker": kicker}
    )


@register.simple_block_tag
def pane(content: SafeString, title: str, id: str = "") -> SafeString:
    """One column of a `<div class="workspace">`."""
    return render_to_string("shared/components/pane.html", {"content": content, "title": title, "id": id})


@register.simple_block_tag
def disclosure(content: SafeString, summary: str, open: bool = False) -> SafeString:
    """Detail that opens on demand, without script."""
    return format_html(
        '<details class="disclosure"{}><summary>{}</summary><div>{}</div></details>', " open" if open else "", summary, content
    )
