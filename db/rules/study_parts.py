"""Which lessons and tests a study is about: those of its subject and its classes."""

import re

from db.rules.alphabet import fold, fold_words
from db.rules.names import class_name

_BETWEEN = re.compile(r"[,;\n]+")


def concerns(subject: str, classes: str, of_subject: str, of_classes: str) -> bool:
    """Whether a lesson or test belongs to a study of `subject` in `classes`, either of which may be left open.

    A lesson that does not say its subject or class may belong to any; a class written as «4» stands for all fourths.
    """
    return _same_subject(subject, of_subject) and _same_class(classes, of_classes)


def _same_subject(wanted: str, given: str) -> bool:
    left, right = set(fold_words(wanted)), set(fold_words(given))
    return not left or not right or left <= right or right <= left


def _same_class(wanted: str, given: str) -> bool:
    left, right = _classes(wanted), _classes(given)
    return not left or not right or any(_covers(one, other) for one in left for other in right)


def _covers(wanted: str, given: str) -> bool:
    return wanted == given or (wanted.isdecimal() and given.partition("-")[0] == wanted)


def _classes(text: str) -> list[str]:
    return [fold(class_name(part)).replace(" ", "-") for part in _BETWEEN.split(text) if part.strip()]
