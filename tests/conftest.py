"""What many suites share: the shipped project, built once a session, and `--accept`."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import dataset

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser):
    parser.addoption(
        "--accept", action="store_true", help="rewrite the golden answers in tests/expect with those of today"
    )


@pytest.fixture(scope="session")
def shipped(tmp_path_factory) -> Store:
    """The dataset of the shipped ontology, register and documents, built in a folder of its own."""
    project = tmp_path_factory.mktemp("shipped")
    for part in ("ontology", "data", "queries"):
        shutil.copytree(ROOT / part, project / part)
    dataset.build(project)
    return dataset.open(project)
