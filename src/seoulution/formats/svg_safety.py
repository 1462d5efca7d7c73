"""Whether an SVG may be put into a document: a still drawing that carries everything it needs and fetches nothing."""

import re
from typing import Final

from lxml import etree

_ACTIVE: Final = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "animate", "set"}
)
_PICTURE: Final = re.compile(r"data:image/(png|jpeg);base64,", re.IGNORECASE)
_STYLE_FETCH: Final = re.compile(r"@import|url\(\s*[\"']?(?!#)|expression\(|javascript:", re.IGNORECASE)


def svg_problem(svg: str) -> str:
    """Why the drawing is refused, in a few words for the log; empty means it is safe and well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return "not well formed"
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        return "has a document type"
    if etree.QName(root).localname != "svg" or not root.get("viewBox"):
        return "not an svg with a viewBox"
    for element in root.iter():
        if problem := _element_problem(element):
            return problem
    return ""


def _element_problem(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return "" if element.tag is etree.Comment else "has a processing instruction or entity"
    name = etree.QName(element).localname.lower()
    if name in _ACTIVE:
        return f"has <{name}>"
    if name == "style" and _STYLE_FETCH.search("".join(map(str, element.itertext()))):
        return "its style fetches"
    for attribute, value in element.attrib.items():
        own = etree.QName(str(attribute)).localname.lower()
        text = str(value)
        if own.startswith("on"):
            return f"has {own}"
        if own in ("href", "src") and not text.startswith("#") and not _PICTURE.match(text):
            return "refers to something outside itself"
        if own not in ("href", "src") and _STYLE_FETCH.search(text):
            return "its style fetches"
    return ""
