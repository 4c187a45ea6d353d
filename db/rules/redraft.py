"""Bringing drafted lines of a text up to date without losing what was typed between them."""

from __future__ import annotations

from collections.abc import Sequence


def redraft(text: str, drafted: Sequence[str]) -> str:
    """Return a text whose drafted lines are those of now: «Билим сапаты, 4-А: 62,8 %.» gives way to the new figure.

    A line is a drafted one of the same thing when it begins alike up to the colon; lines of one's own stay where they
    are, new ones are added after the last.
    """
    waiting = list(dict.fromkeys(drafted))
    lines: list[str] = []
    for line in text.splitlines():
        same = line if line in waiting else next((each for each in waiting if _about(each) == _about(line)), None)
        if same is not None:
            waiting.remove(same)
        if line.strip():
            lines.append(line if same is None else same)
    return "\n".join([*lines, *waiting])


def _about(line: str) -> str:
    """What a line is about: what stands before its colon; without one the whole line."""
    return line.partition(":")[0].strip()
