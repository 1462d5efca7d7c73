"""Great-circle distance between two places."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the earth (IUGG, 1980)."""


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Along the sphere (haversine), in km; angles in degrees. The ellipsoid would differ by at most 0.6 %."""
    one, two = radians(latitude), radians(other_latitude)
    across = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(across)))
