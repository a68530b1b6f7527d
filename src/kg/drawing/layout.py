"""Where the nodes of a network stand: linked ones near, names not on top of each other.

Source:
    T. M. J. Fruchterman, E. M. Reingold: Graph Drawing by Force-directed Placement (1991), with nodes as wide as
    their names; overlaps are pushed apart along the shorter way afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_STEPS = 320
_PUSHES = 400
_REACH = 7.0
"""Distance, in those that links wish for, beyond which nodes do not push each other."""
_LINE = 30.0
"""Height of a node with its name, in pixels."""
_GOLDEN = np.pi * (3 - np.sqrt(5))

Points = NDArray[np.float64]


def place(
    widths: Sequence[float], links: Sequence[tuple[int, int]], size: tuple[float, float]
) -> list[tuple[float, float]]:
    """The centre of each node, in pixels; the same for the same network.

    Args:
        widths: Of the nodes with their names, in pixels.
        links: Pairs of places in `widths`.
        size: Of the picture; nodes that do not fit otherwise stand below it.
    """
    count = len(widths)
    if count == 0:
        return []
    boxes = np.asarray(widths, dtype=float)
    points = _settled(count, links)
    points = _fitted(points, boxes, size)
    points = _apart(points, boxes, size[0])
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points]


def _settled(count: int, links: Sequence[tuple[int, int]]) -> Points:
    """By forces, in units of the wished-for distance; begun on a sunflower's spiral."""
    turn = np.arange(count) * _GOLDEN
    points: Points = (
        np.sqrt(np.arange(count) + 0.5)[:, None] * np.column_stack((np.cos(turn), np.sin(turn))) * 0.7
    )
    ends = np.asarray(sorted({(min(p), max(p)) for p in links if p[0] != p[1]}), dtype=int).reshape(-1, 2)
    for step in range(_STEPS):
        apart = points[:, None, :] - points[None, :, :]
        far = np.maximum((apart**2).sum(axis=2), 0.01)
        # Nodes that are far from each other leave each other alone, else a lonely pair drifts off.
        pushed = np.where(far < _REACH**2, 1 / far, 0)
        force = (apart * pushed[:, :, None]).sum(axis=1) - 0.06 * points
        along = points[ends[:, 0]] - points[ends[:, 1]]
        pull = along * np.sqrt((along**2).sum(axis=1, keepdims=True))
        np.add.at(force, ends[:, 0], -pull)
        np.add.at(force, ends[:, 1], pull)
        length = np.maximum(np.sqrt((force**2).sum(axis=1, keepdims=True)), 1e-9)
        points = points + force / length * np.minimum(length, 0.6 * (1 - step / _STEPS) + 0.01)
    return points


def _fitted(points: Points, boxes: NDArray[np.float64], size: tuple[float, float]) -> Points:
    """Stretched over the picture, the longer side across."""
    spread = points.max(axis=0) - points.min(axis=0)
    if spread[1] > spread[0]:
        points = points[:, ::-1]
        spread = spread[::-1]
    room = np.asarray([max(size[0] - boxes.max(), size[0] / 2), size[1] - 2 * _LINE])
    scaled = (points - points.min(axis=0)) / np.maximum(spread, 1e-9) * room
    moved: Points = scaled + np.asarray([(size[0] - room[0]) / 2, _LINE])
    return moved


def _apart(points: Points, boxes: NDArray[np.float64], width: float) -> Points:
    """Pairs whose boxes overlap are pushed apart, until none do or it takes too long."""
    points = points.copy()
    need_x = (boxes[:, None] + boxes[None, :]) / 2 + 6
    for _ in range(_PUSHES):
        apart = points[:, None, :] - points[None, :, :]
        over_x = need_x - np.abs(apart[:, :, 0])
        over_y = _LINE - np.abs(apart[:, :, 1])
        over = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(over, False)
        if not over.any():
            break
        # Of two in one place the later goes down.
        order = np.sign(np.arange(len(boxes))[:, None] - np.arange(len(boxes))[None, :])
        way = np.where(apart[:, :, 1] == 0, order, np.sign(apart[:, :, 1]))
        down = over & (over_y <= over_x * 0.8)
        points[:, 1] += (np.where(down, over_y * way, 0) * 0.3).sum(axis=1)
        side = over & ~down
        points[:, 0] += (np.where(side, over_x * np.sign(apart[:, :, 0]), 0) * 0.3).sum(axis=1)
        points[:, 0] = np.clip(points[:, 0], boxes / 2, width - boxes / 2)
    moved: Points = points - np.asarray([0, points[:, 1].min() - _LINE])
    return moved
