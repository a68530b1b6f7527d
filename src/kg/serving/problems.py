"""Errors as answers: RFC 9457 problem details, with the place in a query that does not parse."""

from __future__ import annotations

import json
import re

from kg.errors import KgError
from kg.serving.protocol import Reply

MEDIA_TYPE = "application/problem+json"

_PLACE = re.compile(r"line (\d+), column (\d+)")
# What a request brought on itself is a 4xx; a saved query with a broken header is our own fault.
_STATUS = {"KG602": 404, "KG604": 404, "KG606": 500, "KG609": 422, "KG610": 404}
_AGAIN = {503: "10"}


def problem(error: Exception, status: int | None = None, *, address: str = "/") -> Reply:
    """An error as an answer.

    Args:
        error: What went wrong; only a `KgError` is told in full.
        status: HTTP status; by the error's code when None.
        address: Of the server as the client sees it, with a slash at its end; types are named below it.
    """
    if not isinstance(error, KgError):
        error = KgError("KG999", "fault in kg", found=type(error).__name__, do="look at the server's log")
        status = status or 500
    usual = _STATUS.get(error.code, 503 if error.code.startswith("KG5") else 400)
    chosen = status or int(getattr(error, "status", usual))
    fields: dict[str, object] = {
        "type": f"{address}problems/{error.code}",
        "title": error.what,
        "status": chosen,
        "detail": str(error),
        "code": error.code,
    }
    fields |= {name: text for name in ("at", "found", "want", "do") if (text := getattr(error, name))}
    if place := _PLACE.search(error.at):
        fields |= {"line": int(place[1]), "column": int(place[2])}
    headers: tuple[tuple[str, str], ...] = (("Cache-Control", "no-store"),)
    if chosen in _AGAIN:
        headers += (("Retry-After", _AGAIN[chosen]),)
    body = json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    return Reply(chosen, MEDIA_TYPE, body, headers)
