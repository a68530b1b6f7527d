"""A dataset that is built anew is taken up: without a restart, and without a request that fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections import Counter

import lighthouses
from endpoints import COUNT, get, lights, numbers, post, project, running
from kg import dataset, serving


def test_a_dataset_that_is_built_anew_is_opened_anew(tmp_path):
    project(tmp_path, lights(1), "first")

    with running(tmp_path) as url:
        before = get(url, query=COUNT)
        project(tmp_path, lights(2), "second")
        after = get(url, query=COUNT, headers={"If-None-Match": before.headers["etag"]})

    assert (numbers(before), numbers(after)) == (["2"], ["3"])
    assert before.headers["etag"].startswith('"first-')
    assert after.headers["etag"].startswith('"second-')


def test_a_dataset_that_goes_away_while_it_is_opened_is_replaced_by_the_next(tmp_path, monkeypatch):
    project(tmp_path, lights(1), "first")

    with running(tmp_path) as url:
        assert numbers(get(url, query=COUNT)) == ["2"]
        project(tmp_path, lights(2), "second")
        shutil.rmtree(tmp_path / "build" / "dataset-first")

        assert numbers(get(url, query=COUNT)) == ["3"]


def test_clients_that_ask_while_kg_builds_get_whole_answers_of_one_dataset(tmp_path):
    root = lighthouses.project(tmp_path)
    dataset.build(root)
    triples = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?graphs) { GRAPH ?g { ?s ?p ?o } }"
    answers: list[tuple[int, str]] = []
    broken: list[BaseException] = []
    done = threading.Event()

    def ask(number: int) -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            done.wait(0.02)
            try:
                # Questions that differ are not answered from what is kept.
                query = f"{triples} # {number} {turn}" if turn % 2 else triples
                answer = (get if turn % 3 else lambda u, **p: post(u, data=p))(url, query=query)
                answers.append((answer.status_code, answer.headers.get("etag", "")[1:13] + " " + answer.text))
            except BaseException as error:
                broken.append(error)

    with running(root, serving.Limits(waiting=60)) as url:
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
        for thread in threads:
            thread.start()
        for number in range(2):
            text = (
                f"---\ntitle: Notice {number}\ndate: 2024-0{number + 1}-01\nlanguage: en\n---\nAll is well.\n"
            )
            lighthouses.write(root, f"notice-{number}.md", text)
            built = subprocess.run(
                [sys.executable, "-m", "kg", "--project", str(root), "build", "--fail-on", "never"],
                capture_output=True,
                text=True,
                check=False,
            )
            assert built.returncode == 0, built.stderr
        last = numbers(get(url, query=triples))
        done.set()
        for thread in threads:
            thread.join()

    by_version = Counter(text.partition(" ")[0] for _, text in answers)
    assert broken == []
    assert {status for status, _ in answers} == {200}, Counter(status for status, _ in answers)
    assert len(by_version) >= 3
    assert len({text for _, text in answers}) == len(by_version)
    assert last
