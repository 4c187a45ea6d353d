"""Which calendar plans a change of the curriculum touches, from how its subjects and classes were typed."""

from __future__ import annotations

import re

from db.rules.alphabet import fold, fold_words, matches
from db.rules.names import class_name

Classes = frozenset[tuple[int, str]]
"""Grades with a letter; an empty letter means every class of the grade. An empty set means all classes."""

GRADES = range(1, 13)
"""Schools have up to twelve grades after the reform (DOMAIN.md 3.4)."""

_ALL = frozenset(fold(word) for word in ("бардык", "бардыгы", "баары", "все", "всех", "всё"))
_PARTS = re.compile(r"[,;\n]+|\s+(?:жана|менен|и)\s+")
_WORD = re.compile(r"[-–—\s]*(?:класс|кл)\w*\.?", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})")
_ONE = re.compile(r"(\d{1,2})(?:-([А-ЯӨҮҢ]))?")


def read_classes(text: str) -> Classes | None:
    """Read «4-класстар», «4А, 4Б», «2–4-класстар», «бардык класстар»; None where a part of it is no class."""
    found: set[tuple[int, str]] = set()
    for part in _parts(text):
        bare = " ".join(_WORD.sub(" ", part).split())
        if not bare or _all(bare):
            return frozenset()
        span = _SPAN.fullmatch(bare)
        one = _ONE.fullmatch(class_name(bare))
        if span and int(span[1]) <= int(span[2]):
            found.update((grade, "") for grade in range(int(span[1]), int(span[2]) + 1))
        elif one:
            found.add((int(one[1]), one[2] or ""))
        else:
            return None
    return frozenset(found) if all(grade in GRADES for grade, _letter in found) else None


def is_class(text: str) -> bool:
    """Whether a text is one class that a school can have: «4-А», «11»."""
    one = _ONE.fullmatch(class_name(text))
    return one is not None and int(one[1]) in GRADES


def touches(subjects: str, classes: str, plan_subject: str, plan_class: str) -> bool:
    """Whether a change of these subjects and classes concerns a plan; empty means all of them."""
    return _touches_subject(subjects, plan_subject) and _touches_class(classes, plan_class)


def _touches_subject(subjects: str, plan_subject: str) -> bool:
    parts = _parts(subjects, joined=False)
    return not parts or any(_all(part) or _same_subject(part, plan_subject) for part in parts)


def _same_subject(one: str, other: str) -> bool:
    """«кыргыз тили» and «Кыргыз тили жана окуу» are one subject; so are they the other way round."""
    return bool(fold_words(one)) and bool(fold_words(other)) and (matches(one, other) or matches(other, one))


def _touches_class(classes: str, plan_class: str) -> bool:
    wanted = read_classes(classes)
    if wanted is None:
        return False
    one = _ONE.fullmatch(class_name(plan_class))
    return not wanted or (one is not None and not wanted.isdisjoint({(int(one[1]), one[2] or ""), (int(one[1]), "")}))


def _parts(text: str, *, joined: bool = True) -> list[str]:
    """The parts between commas; with `joined` also those between «жана»: in a subject's name it may stand itself."""
    pieces = _PARTS.split(text) if joined else re.split(r"[,;\n]+", text)
    return [piece.strip() for piece in pieces if piece.strip()]


def _all(text: str) -> bool:
    words = fold_words(text)
    return bool(words) and words[0] in _ALL
