"""The list on screen as a file: the same rows in the same order, through the formats, written as they are read."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header

from seoulution.formats import csv, geojson, xlsx
from seoulution.formats.geojson import Point
from seoulution.formats.tables import Column, Row
from seoulution.web.shared.component_values import Link

PARAMETER: Final = "download"
PART: Final = 64 * 1024
R = TypeVar("R", bound=HttpResponseBase)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to hand over, read once. `points` is given where the rows are places."""

    title: str
    stem: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    points: Iterable[Point] | None = None


def _xlsx(listing: Listing) -> Iterator[bytes]:
    """A workbook is whole only at its end: it is written to a file of its own, which goes when it was read."""
    with tempfile.TemporaryFile() as written:
        xlsx.write_xlsx(written, listing.title, listing.columns, listing.rows, dated=timezone.localdate())
        written.seek(0)
        while part := written.read(PART):
            yield part


def _csv(listing: Listing) -> Iterator[bytes]:
    return csv.csv_lines(listing.columns, listing.rows)


def _geojson(listing: Listing) -> Iterator[bytes]:
    return geojson.geojson_lines(listing.points or ())


WRITERS: Final[Mapping[str, tuple[str, Callable[[Listing], Iterator[bytes]]]]] = {
    "xlsx": (xlsx.CONTENT_TYPE, _xlsx),
    "csv": (csv.CONTENT_TYPE, _csv),
    "geojson": (geojson.CONTENT_TYPE, _geojson),
}


def list_response(name: str, listing: Listing) -> HttpResponse:
    """A short list as a download that no browser runs; an unknown format is not found."""
    return _sealed(HttpResponse(b"".join(_written(name, listing))), name, listing)


def streamed_response(name: str, listing: Listing) -> FileResponse:
    """A list of any length, in memory that does not grow with it.

    It is written to a file of its own first, so that its length is told: what breaks off on the way never looks like a whole list. Rows that
    cannot be read are a page that says so, and no reader, however slow, keeps the database waiting.
    """
    written = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it, and then it is gone
    try:
        written.writelines(_written(name, listing))
        written.seek(0)
    except BaseException:
        written.close()
        raise
    response = FileResponse(written, as_attachment=True, filename=f"{listing.stem}.{name}")
    response.block_size = PART
    return _sealed(response, name, listing)


def _written(name: str, listing: Listing) -> Iterator[bytes]:
    if name not in WRITERS or (name == "geojson" and listing.points is None):
        raise Http404
    return WRITERS[name][1](listing)


def _sealed(response: R, name: str, listing: Listing) -> R:
    response["Content-Type"] = WRITERS[name][0]
    disposition = content_disposition_header(as_attachment=True, filename=f"{listing.stem}.{name}")
    response["Content-Disposition"] = disposition or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def download_links(request: HttpRequest, names: Iterable[str] = ("xlsx", "csv")) -> list[Link]:
    """One link per format, with the filters and the order of this address."""
    links = []
    for name in names:
        query = request.GET.copy()
        query.pop("page", None)
        query.pop("view", None)
        query[PARAMETER] = name
        links.append(Link(name.upper() if name != "geojson" else "GeoJSON", f"{request.path}?{query.urlencode()}"))
    return links
