"""Points as GeoJSON (RFC 7946): longitude first, WGS 84, each feature with its identifier."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from seoulution.formats.cleaning import clean_text
from seoulution.formats.tables import Value, plain

CONTENT_TYPE: Final = "application/geo+json"


@dataclass(frozen=True, slots=True)
class Point:
    """identifier : unique in the collection; longitude, latitude : decimal degrees; properties : what is known there."""

    identifier: str
    longitude: float
    latitude: float
    properties: Mapping[str, Value]

    def __post_init__(self) -> None:
        if not (math.isfinite(self.longitude) and -180 <= self.longitude <= 180):
            raise ValueError(f"{self.identifier}: longitude {self.longitude} is not between -180 and 180 degrees")
        if not (math.isfinite(self.latitude) and -90 <= self.latitude <= 90):
            raise ValueError(f"{self.identifier}: latitude {self.latitude} is not between -90 and 90 degrees")


def geojson_bytes(points: Iterable[Point]) -> bytes:
    """The FeatureCollection, UTF-8; a date becomes ISO text, what is not known becomes null."""
    return b"".join(geojson_lines(points))


def geojson_lines(points: Iterable[Point]) -> Iterator[bytes]:
    """The same feature by feature, for lists of any length."""
    yield b'{"type": "FeatureCollection", "features": ['
    between = ""
    for point in points:
        yield (between + json.dumps(_feature(point), ensure_ascii=False, allow_nan=False)).encode()
        between = ", "
    yield b"]}"


def _feature(point: Point) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": clean_text(point.identifier),
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {clean_text(key): _property(value) for key, value in point.properties.items()},
    }


def _property(value: Value) -> str | int | float | bool | None:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return clean_text(plain(value))
