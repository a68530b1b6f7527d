"""A small version of the load test: 64 connections for three seconds, every answer compared with the right one."""

from __future__ import annotations

import importlib.util

import pytest

from conftest import ROOT, finished


@pytest.fixture(scope="module")
def bench():
    path = ROOT / "tests" / "benchmarks" / "bench_endpoint.py"
    spec = importlib.util.spec_from_file_location("bench_endpoint", path)
    made = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["bench_endpoint"] = made
    spec.loader.exec_module(made)
    return made


def test_under_load_every_answer_is_right_and_what_is_too_heavy_is_refused(bench, shipped_root):
    with bench.served(shipped_root, "--seconds", "5") as url:
        told = finished(bench.load(url, shipped_root, 3, 64))

    assert told.wrong == []
    assert set(told.took) == {"own", "saved"}
    assert told.right > 50
    assert all(reason.startswith("heavy: ") or " 503 " in reason for reason in told.refused)


def test_an_answer_that_is_not_the_right_one_is_told(bench):
    question = bench.Question("own", "/sparql", {}, (("wrong",),))

    class Client:
        async def get(self, path, params):
            import httpx

            return httpx.Response(200, text='{"head":{"vars":["x"]},"results":{"bindings":[]}}')

    told = bench.Told()
    finished(bench.once(Client(), question, told))

    assert len(told.wrong) == 1
    assert told.right == 0
