"""Where a page's links lead: to this server for what is the project's own, to the web for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of one page.

    Args:
        base: Of the project's IRIs; "" when there is none.
        address: Of the server as the client sees it, with a slash at its end.
        language: Of the page.
        chosen: Whether the address names the language; then links hand it on.
        prefixes: Prefix → namespace, for short names.
    """

    base: str
    address: str
    language: str
    chosen: bool
    prefixes: Mapping[str, str]

    def at(self, path: str, **values: str | int | None) -> str:
        """A page here, by its path without a slash at its front; values that are None are left out."""
        path, _, fragment = path.partition("#")
        given = {name: str(value) for name, value in values.items() if value is not None}
        if self.chosen:
            given["lang"] = self.language
        query = f"?{urlencode(given)}" if given else ""
        return f"{self.root}{quote(path, safe='/:@!$&()*+,;=~%')}{query}{f'#{fragment}' if fragment else ''}"

    @property
    def root(self) -> str:
        """The path of the server, with a slash at its end."""
        return urlsplit(self.address).path or "/"

    def thing(self, iri: str) -> str | None:
        """The page of what an IRI stands for; None for what a browser should not be led to."""
        if self.is_own(iri):
            return self.at(iri[len(self.base) :])
        return iri if iri.startswith(_WEB) else None

    def is_own(self, iri: str) -> bool:
        return bool(self.base) and iri.startswith(self.base)

    def term(self, iri: str) -> str:
        """The page of a class or property."""
        return self.at("ontology", term=self.short(iri))

    def short(self, iri: str) -> str:
        """As a CURIE, where a prefix fits."""
        best = ""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and len(iri) > len(namespace) > len(self.prefixes.get(best, "")):
                best = prefix
        return f"{best}:{iri[len(self.prefixes[best]) :]}" if best else iri
