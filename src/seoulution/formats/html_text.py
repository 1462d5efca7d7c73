"""The words of an HTML letter as plain text: nothing is loaded, nothing is run, and what was hidden stays out."""

import re
from html.parser import HTMLParser
from typing import Final

from seoulution.formats.cleaning import clean_text

_LEFT_OUT: Final = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object"})
_LINES: Final = frozenset(
    {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr"}
)
MOST_DEPTH: Final = 2_000


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.leaving_out: list[str] = []
        self.leads_to = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT and len(self.leaving_out) < MOST_DEPTH:
            self.leaving_out.append(tag)
        if tag in _LINES:
            self.parts.append("\n- " if tag == "li" else "\n")
        if tag == "a":
            self.leads_to = dict(attrs).get("href") or ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.leaving_out:
            del self.leaving_out[self.leaving_out.index(tag) :]
        if tag in ("td", "th"):
            self.parts.append("\t")
        if tag in _LINES and tag != "br":
            self.parts.append("\n")
        if tag == "a":
            if self.leads_to.startswith(("https://", "http://")) and not self.leaving_out:
                self.parts.append(f" <{self.leads_to[:500]}>")
            self.leads_to = ""

    def handle_data(self, data: str) -> None:
        if not self.leaving_out:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of_html(source: str) -> str:
    """Paragraphs, list items and table rows as lines; where a link leads stands behind its words."""
    reader = _Words()
    reader.feed(source)
    reader.close()
    lines = [re.sub(r"[ \t]*\t[ \t]*", "\t", line).strip() for line in "".join(reader.parts).split("\n")]
    return clean_text(re.sub(r"\n{3,}", "\n\n", "\n".join(lines))).strip()
