"""What is kept in files of SQLite from one build to the next: damage costs no more than what was damaged."""

from __future__ import annotations

import sqlite3

import pytest

from kg.dataset.shelving import Lines, Pieces


def kept(path):
    pieces = Pieces(path)
    found = pieces.read()
    pieces.close()
    return found


def keep(path, told, but=()):
    pieces = Pieces(path)
    pieces.write(told, but)
    pieces.close()


def test_pieces_are_there_again_and_others_are_forgotten(tmp_path):
    path = tmp_path / "kept.sqlite"

    keep(path, {"a": b"one", "b": b"two"})
    keep(path, {"c": b"three"}, but=["a"])

    assert kept(path) == {"a": b"one", "c": b"three"}


@pytest.mark.parametrize("at", [0, 4096])
def test_a_damaged_file_is_replaced_by_the_next_that_is_written(tmp_path, at):
    path = tmp_path / "kept.sqlite"
    keep(path, {str(n): bytes(900) for n in range(40)})
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"damaged!" * 8)

    assert kept(path) == {}
    keep(path, {"a": b"one"})

    assert kept(path) == {"a": b"one"}


def test_a_piece_that_was_changed_is_not_believed(tmp_path):
    path = tmp_path / "kept.sqlite"
    keep(path, {"a": b"one", "b": b"two"})
    with sqlite3.connect(path) as other:
        other.execute("UPDATE kept SET told = ? WHERE name = 'a'", (b"other",))
    other.close()

    assert kept(path) == {"b": b"two"}


def test_a_file_that_somebody_else_is_writing_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "kept.sqlite"
    keep(path, {"a": b"one"})
    connect = sqlite3.connect
    other = connect(path)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(sqlite3, "connect", lambda file: connect(file, timeout=0))

    assert kept(path) == {}
    keep(path, {"b": b"two"})
    other.rollback()
    other.close()

    assert kept(path) == {"a": b"one"}


def test_lines_are_those_of_the_sum_they_were_kept_with(tmp_path):
    lines = Lines(tmp_path / "lines.sqlite")
    lines.put("facts", 7, ["<a> <b> <c> ."])
    lines.close()

    again = Lines(tmp_path / "lines.sqlite")

    assert again.lines("facts", 7) == ["<a> <b> <c> ."]
    assert again.lines("facts", 8) is None
    assert again.lines("other", 7) is None
    again.close()


def test_lines_of_graphs_that_are_gone_are_forgotten(tmp_path):
    lines = Lines(tmp_path / "lines.sqlite")
    lines.put("facts", 7, ["<a> <b> <c> ."])
    lines.put("gone", 8, ["<a> <b> <d> ."])

    lines.forget(["facts", "new"])

    assert lines.lines("facts", 7) == ["<a> <b> <c> ."]
    assert lines.lines("gone", 8) is None
    lines.close()
