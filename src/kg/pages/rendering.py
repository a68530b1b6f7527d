"""Templates → HTML; everything escaped unless it is a template's own."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

import jinja2

from kg.pages.words import words

STATIC = resources.files("kg.pages") / "static"
HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
)
"""Of every page."""

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


@cache
def static(name: str) -> tuple[bytes, str] | None:
    """A file that pages load: its bytes and media type; None for no such file."""
    known = {file.name: file for file in STATIC.iterdir() if file.is_file()}
    ending = name.rpartition(".")[2]
    if name not in known or ending not in _TYPES:
        return None
    return known[name].read_bytes(), _TYPES[ending]


@cache
def mark(name: str) -> str:
    """Changes with the file, so that browsers may keep it for good."""
    found = static(name)
    return hashlib.sha256(found[0]).hexdigest()[:10] if found else ""


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("kg.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.globals["mark_of"] = mark
    return made


def render(template: str, language: str, **values: Any) -> str:
    """A whole page.

    Args:
        template: Its name, without `.html`.
        language: Of the page's own words.
        values: What the template shows.
    """
    return (
        _environment().get_template(f"{template}.html").render(t=words(language), language=language, **values)
    )
