"""Behind a reverse proxy: the address that the client sees."""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.types import ASGIApp, Receive, Scope, Send

_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)+\Z")
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d{1,5})?\Z|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?\Z")


def prefix_of(text: str) -> str:
    """A path below which the server stands, without a slash at its end; "" for none or a bad one."""
    found = "/" + text.strip().strip("/")
    steps = found.split("/")
    return found if _PREFIX.match(found) and "." not in steps and ".." not in steps else ""


def is_host(text: str) -> bool:
    """Whether a text may stand for the server in an address."""
    return _HOST.match(text) is not None


class Proxied:
    """Takes X-Forwarded-Proto, -Host and -Prefix from proxies that are trusted, and from nobody else.

    The proxy has taken the prefix off the path. The first of several values is the one nearest the client.
    """

    def __init__(self, app: ASGIApp, trusted: Collection[str], root_path: str = "") -> None:
        """
        Args:
            app: What is behind.
            trusted: Addresses of proxies; "*" trusts everybody.
            root_path: The prefix where no header says one.
        """
        self._app = app
        self._trusted = frozenset(trusted)
        self._root_path = prefix_of(root_path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = self._seen_from_outside(dict(scope))
        await self._app(scope, receive, send)

    def _seen_from_outside(self, scope: Scope) -> Scope:
        told = self._told(scope)
        prefix = prefix_of(told.get("prefix", "")) or self._root_path
        if prefix:
            scope["root_path"] = prefix
            scope["path"] = prefix + scope["path"]
        if told.get("proto") in ("http", "https"):
            scope["scheme"] = told["proto"]
        if is_host(told.get("host", "")):
            others = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope["headers"] = [*others, (b"host", told["host"].encode())]
        return scope

    def _told(self, scope: Scope) -> dict[str, str]:
        client = (scope.get("client") or ("",))[0]
        if client not in self._trusted and "*" not in self._trusted:
            return {}
        start = b"x-forwarded-"
        return {
            name[len(start) :].decode("latin-1"): value.decode("latin-1").partition(",")[0].strip()
            for name, value in reversed(scope["headers"])
            if name.startswith(start)
        }
