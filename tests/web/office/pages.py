"""Reading an office page in a test: its HTML, its downloads as rows, and the targets of its links within the page."""

import csv
import io
import re

from django.test import Client
from django.urls import reverse


def page(client: Client, name: str, *args: str, query: str = "", language: str = "en") -> str:
    """The HTML of a page that must open."""
    client.cookies["language"] = language
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def rows_of(client: Client, name: str, query: str = "") -> list[dict[str, str]]:
    """The CSV download of a list, by column label."""
    client.cookies["language"] = "en"
    joined = f"{query}&download=csv" if query else "?download=csv"
    response = client.get(reverse(name) + joined)
    assert response.headers["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def dead_anchors(html: str) -> set[str]:
    """Anchors that the page links to within itself and does not have."""
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)), sorted({each for each in ids if ids.count(each) > 1})
    return set(re.findall(r'href="#([^"]+)"', html)) - set(ids)
