"""What a document tells as done, though its own words elsewhere say that it is yet to come.

"X receives the label on Tuesday. Jane Doe hands it over": the second sentence has no day and no past, and tells of the
same act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.claims import Factuality
from kg.language import Language
from kg.language.common import tells_past, tokenised
from kg.reading.agreeing import identity, is_dated
from kg.reading.frames import Frame
from kg.schema import Schema


def put_off(frames: Sequence[Frame], schema: Schema, language: Language) -> None:
    """Expect what the document tells to be ahead, wherever it tells it.

    Args:
        frames: All of one document; their factuality is changed in place.
        schema: Which acts happen once (`kg:once`).
        language: Of the document.
    """
    alike: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        if (key := identity(frame, schema)) is not None:
            alike[key].append(frame)
    for group in alike.values():
        done = [f for f in group if f.factuality is Factuality.ASSERTED]
        ahead = any(f.factuality is Factuality.EXPECTED and is_dated(f) for f in group)
        if done and ahead and not any(is_dated(f) or _is_told_as_past(f, language) for f in done):
            for frame in done:
                frame.factuality = Factuality.EXPECTED


def _is_told_as_past(frame: Frame, language: Language) -> bool:
    """Whether a verb of the sentence is in the past, or a noun or participle takes for granted what it tells."""
    if frame.entry is None or "presupposed" in frame.entry.hints:
        return True
    tok = tokenised(frame.passage.text)
    return any(
        tells_past(token.text, word, language) for token, word in zip(tok.tokens, tok.words, strict=True)
    )
