"""The drawn signs, as strokes on a 24 × 24 grid. A sign never stands alone: a word beside it or an accessible name says the same."""

from collections.abc import Mapping
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

ICONS: Final = {
    "add": "M12 5v14M5 12h14",
    "alert": "M12 8v5M12 16.5v.1M12 3 2.5 20h19z",
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "back": "M19 12H5M11 6l-6 6 6 6",
    "bell": "M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10 20h4M12 3v2",
    "blocked": "M6 6l12 12M18 6 6 18",
    "building": "M4 21h16M6 21V4h8v17M14 9h4v12M9 8h2M9 12h2M9 16h2",
    "calendar": "M4 6h16v15H4zM4 10h16M8 3v4M16 3v4",
    "check": "M4.5 12.5 10 18 19.5 7",
    "chevron": "M9 5l7 7-7 7",
    "clock": "M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
    "close": "M6 6l12 12M18 6 6 18",
    "copy": "M9 9h11v12H9zM15 9V4H4v12h5",
    "document": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "down": "M6 9l6 6 6-6",
    "download": "M12 4v11M7 11l5 5 5-5M4 20h16",
    "edit": "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
    "external": "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
    "filter": "M4 5h16l-6 8v6l-4-2v-4z",
    "flag": "M5 21V4h13l-3 4.5L18 13H5",
    "globe": "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3z",
    "info": "M12 11v5.5M12 7.6v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
    "link": "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2",
    "list": "M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1",
    "lock": "M6 11h12v10H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "mail": "M3.5 6h17v13h-17zM4 7l8 6 8-6",
    "map": "M9 4 3.5 6.5v14L9 18l6 2.5 5.5-2.5V4L15 6.5zM9 4v14M15 6.5v14",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "missing": "M9 9.2A3 3 0 1 1 12 13v1.2M12 17.4v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
    "moon": "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
    "money": "M3 7h18v11H3zM12 15.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM6 10v.1M18 15v.1",
    "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21a7.5 7.5 0 0 1 15 0",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5",
    "skip": "M5 6l6 6-6 6M13 6l6 6-6 6",
    "sort": "M8 10l4-5 4 5M8 14l4 5 4-5",
    "sort-down": "M7 10l5 6 5-6",
    "sort-up": "M7 14l5-6 5 6",
    "source": "M12 11v5.5M12 7.6v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
    "star": "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
    "sun": "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    "system": "M3.5 5h17v11h-17zM9 20h6M12 16v4",
    "undo": "M9 14 4.5 9.5 9 5M5 9.5h8.5a5.5 5.5 0 0 1 0 11H9",
    "upload": "M12 16V5M7 9l5-5 5 5M4 20h16",
    "warning": "M12 8v5M12 16.5v.1M12 3 2.5 20h19z",
}

MIRRORS_IN_RTL: Final = frozenset({"arrow", "back", "chevron", "external", "list", "skip", "undo"})
"""Signs that point along the line of reading; they turn round in right-to-left pages."""

TONE_SIGNS: Final = {"good": "check", "warning": "warning", "blocked": "blocked", "missing": "missing", "neutral": "info"}
"""The sign of each tone of `seoulution.engine.dossier.document.Tone`."""


def _drawn(name: str, path: str) -> SafeString:
    mirrors = " icon--mirrors" if name in MIRRORS_IN_RTL else ""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', mirrors, path
    )


SIGNS: Final[Mapping[str, SafeString]] = {name: _drawn(name, path) for name, path in ICONS.items()}
"""Each sign as it stands in a page, hidden from screen readers because the words beside it say the same."""
