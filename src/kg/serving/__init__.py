"""The SPARQL endpoint over a built dataset, its saved queries and its things as addresses; reading only."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import uvicorn

from kg import dataset
from kg.serving.limits import Limits
from kg.serving.proxying import Proxied
from kg.serving.routes import app

__all__ = ["Limits", "app", "serve"]

LOOPBACK = ("127.0.0.1", "::1")


def serve(
    root: Path,
    host: str = "127.0.0.1",
    port: int = 7878,
    *,
    limits: Limits | None = None,
    root_path: str = "",
    trusted: Collection[str] = LOOPBACK,
) -> None:
    """Serve a project's built dataset until interrupted; a dataset that is built meanwhile is taken up.

    Args:
        root: The project.
        host: Address to listen at; any but a loopback one opens the dataset to others.
        port: TCP port.
        limits: What queries may take.
        root_path: Path below which a proxy shows the server, where it sends no X-Forwarded-Prefix.
        trusted: Addresses of proxies whose X-Forwarded-… headers are believed.

    Raises:
        DatasetError: KG501, when the dataset is not built.
    """
    dataset.location(root)
    made = Proxied(app(root, limits=limits, warm=True), trusted, root_path)
    # What a proxy says is read by Proxied, which has to know who says it.
    uvicorn.run(made, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
