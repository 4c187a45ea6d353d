"""Find a person among a few by the letters that somebody typed."""

from collections.abc import Sequence

from db.rules.alphabet import fold_words, matches
from db.rules.names import Name

People = Sequence[tuple[int, Name]]
"""Who may be meant: ids with names."""


def find(letters: str, people: People) -> tuple[int, ...]:
    """Return the ids of those whom the letters may mean, in the given order.

    A whole surname wins over the beginning of one («Асанов» over «Асанова»), a surname over the other names.
    """
    wanted = fold_words(letters)
    if not wanted:
        return ()
    whole = tuple(id_ for id_, name in people if fold_words(name.surname) == wanted)
    surnames = whole or tuple(id_ for id_, name in people if matches(letters, name.surname))
    return surnames or tuple(id_ for id_, name in people if matches(letters, all_words(name)))


def all_words(name: Name) -> str:
    """Return everything by which a person may be called."""
    return f"{name.full} {name.short_form}"
