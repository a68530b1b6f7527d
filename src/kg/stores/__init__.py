"""Other people's triple stores: load a dataset into one, graph by graph, and ask one a saved query."""

from __future__ import annotations

from kg.stores.loading import Loaded, Progress, Step, load
from kg.stores.questions import ask
from kg.stores.remote import LAYOUTS, Endpoint, Remote, connect

__all__ = ["LAYOUTS", "Endpoint", "Loaded", "Progress", "Remote", "Step", "ask", "connect", "load"]
