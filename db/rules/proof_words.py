"""Proofs said shortly: what the mark sheets of one class and subject say stands together."""

from __future__ import annotations

from collections.abc import Iterable

BETWEEN = " · "
WHOLE = "Σ "
"""Begins the first of several proofs of a figure with the figure of all of them."""


def joined(texts: Iterable[str]) -> str:
    """Join proofs with semicolons; neighbours of one class and subject are named once.

    «4-А · математика · I 68,0 %», «4-А · математика · II 72,0 %» → «4-А · математика · I 68,0 %, II 72,0 %».
    """
    made: list[str] = []
    before = ""
    for text in texts:
        head, _between, last = text.rpartition(BETWEEN)
        of = head.partition(BETWEEN)[2] if head.startswith(WHOLE) else head
        if of == before and BETWEEN in of:
            made[-1] += f", {last}"
        else:
            made.append(text)
        before = of
    return "; ".join(made)
