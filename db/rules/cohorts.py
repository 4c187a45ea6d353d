"""Which class of last year a class goes on from, told by the numbers: a grade higher, or two where they jump."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache


def continued(before: Collection[int], now: Collection[int]) -> dict[int, int]:
    """Return each of this year's grades of one letter with last year's that it goes on from; new ones are left out.

    As many as possible go on; of several ways the one with the fewest jumps. So in the year of the reform 5 and 6 come
    from 3 and 4, while a single 5 beside 3 and 4 comes from 4.
    """
    old, new = frozenset(before), tuple(sorted(now, reverse=True))

    @cache
    def best(at: int, taken: int) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        """The most that go on, the steps of one among them, and how; `taken` is the old grade taken last."""
        if at == len(new):
            return 0, 0, ()
        found = [best(at + 1, taken)]
        for lower in (1, 2):
            of = new[at] - lower
            if of in old and of < taken:
                count, steps, pairs = best(at + 1, of)
                found.append((count + 1, steps + (lower == 1), ((new[at], of), *pairs)))
        return max(found, key=lambda each: each[:2])

    return dict(best(0, 99)[2])
