"""A result of a contest typed in one line: «Айдай Асанова 4А 1-орун грамота», «4Б 2-орун»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.rules.names import class_name

_CLASS = re.compile(r"(?<![\w.,-])(?:[1-9]|1[0-2])(?:-?[«\"]?[А-ЕЖа-е][»\"]?| [А-ЕЖ])(?!\w|-\w)(?:\s+класс\w*)?")
_PLACE = re.compile(
    r"(?<![\w.,-])(?:[1-9]\d?|I{1,3})[- ]?(?:орун|орду|место)(?!\w)|(?<!\w)(?:гран-при|жеңүүчү|байге\w*|победител\w*"
    r"|приз[её]р\w*|лауреат\w*)(?!\w)",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"(?<!\w)(?:(?:ардак|алкыш|мактоо|почётн\w+|похвальн\w+)\s+)?(?:грамота|диплом|сертификат|барак\w*|кат|белек|сыйлык"
    r"|медаль|кубок|подарок|благодарность|лист)\w*.*",
    re.IGNORECASE,
)

PRIZES = 3


@dataclass(frozen=True, slots=True)
class TypedResult:
    """What one typed line says; without a name it is a class's result."""

    kind: str
    name: str
    class_name: str
    place: str
    award: str


def parse_result(text: str) -> TypedResult:
    """Read who, which class, which place and the reward, in any order; a reward is the last."""
    rest = " ".join(text.split())
    award = found.group() if (found := _AWARD.search(rest)) else ""
    rest = rest[: found.start()] if found else rest
    place, rest = _taken(_PLACE, rest)
    named, rest = _taken(_CLASS, rest)
    inside, award = _taken(_PLACE, award) if not place else ("", award)
    name = rest.strip(" ,;:–—-")
    kind = "pupil" if name else "class"
    return TypedResult(kind, name, class_name(named) if named else "", place or inside, award.strip(" ,;:–—-"))


def prize(place: str) -> bool:
    """Tell whether a place is a prize: the first three are, and words without a number («жеңүүчү»)."""
    number = re.match(r"\d+", place.strip())
    return bool(place.strip()) and (number is None or 1 <= int(number.group()) <= PRIZES)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """What a pattern finds, and the text without it."""
    found = pattern.search(text)
    if found is None:
        return "", text
    return found.group().strip(), " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
