"""What a document tells as done, though its own words elsewhere say that it is yet to come.

"X receives the label on Tuesday. Jane Doe hands it over": the second sentence has no day and no past, and tells of the
same act. And what an act brings about (`kg:begunBy`) is not there yet while the act is to come, and all that is told.
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

_FIRM = (Factuality.EXPECTED, Factuality.POSSIBLE)


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


def await_begun(frames: Sequence[Frame], schema: Schema) -> None:
    """Expect what a noun takes for granted, while the act that brings it about is only to come.

    Args:
        frames: All of one document; their factuality is changed in place.
        schema: Which acts bring about what (`kg:begunBy`), and which show that it is there (`kg:begunUnless`).
    """
    for shape in schema.classes.values():
        begun, shown = shape.hints.get("begunBy", ()), shape.hints.get("begunUnless", ())
        members = {s.path for s in shape.slots if s.each} if begun else set()
        firm: dict[str, set[Factuality]] = defaultdict(set)
        for frame in frames if begun else ():
            asserted = frame.factuality is Factuality.ASSERTED
            if frame.cls in begun or (frame.cls in shown and asserted):
                for key in (f.key_of_thing for fs in frame.fillers.values() for f in fs):
                    firm[key].add(frame.factuality)
        for frame in (f for f in frames if f.cls == shape.iri and firm and _is_taken_for_granted(f, members)):
            told = [firm[f.key_of_thing] for path in members for f in frame.fillers.get(path, ())]
            if told and all(some and Factuality.ASSERTED not in some for some in told):
                ahead = {one for some in told for one in some} & {Factuality.EXPECTED, Factuality.POSSIBLE}
                frame.factuality = min(ahead, key=_FIRM.index, default=frame.factuality)


def _is_taken_for_granted(frame: Frame, members: set[str]) -> bool:
    """Whether a noun alone tells of something, and nothing else is said of it than whose it is."""
    granted = frame.entry is not None and "presupposed" in frame.entry.hints
    return granted and frame.factuality is Factuality.ASSERTED and frame.fillers.keys() <= members


def _is_told_as_past(frame: Frame, language: Language) -> bool:
    """Whether a verb of the sentence is in the past, or a noun or participle takes for granted what it tells."""
    if frame.entry is None or "presupposed" in frame.entry.hints:
        return True
    tok = tokenised(frame.passage.text)
    return any(
        tells_past(token.text, word, language) for token, word in zip(tok.tokens, tok.words, strict=True)
    )
