"""Pages that show a dataset to people, made from its ontology, shapes and saved queries.

No class has a page of its own.
Views (`starting`, `things`, `documents`, `ledger` and so on) turn the dataset into records; templates turn
these into HTML. What is asked for and by whom is for `kg.serving` to know.
"""

from __future__ import annotations

from kg.pages.rendering import HEADERS, render, static
from kg.pages.site import Ask, Page, Site
from kg.pages.words import LANGUAGES, preferred, words

__all__ = ["HEADERS", "LANGUAGES", "Ask", "Page", "Site", "preferred", "render", "static", "words"]
