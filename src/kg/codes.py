"""The longer story behind each code: what it means, why it matters, what to do."""

from __future__ import annotations
