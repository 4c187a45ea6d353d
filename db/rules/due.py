"""Words that name a deadline: эртең, жума, «чейректин аягы», «кийинки отурум», a date, and their Russian twins."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.alphabet import fold_words
from db.rules.dates import parse_date

# All words are folded: ө→о, ү→у, ң→н.
_WEEKDAYS = (
    r"дуйшомбу\w*|понедельник\w?",
    r"шейшемби\w*|вторник\w?",
    r"шаршемби\w*|сред[ауые]",
    r"бейшемби\w*|четверг\w?",
    r"жума(?:га)?|пятниц[ауые]",
    r"ишемби\w*|суббот[ауые]",
    r"жекшемби\w*|воскресень[еяю]",
)
_COUNTS = {"": 1, "бир": 1, "одну": 1, "эки": 2, "две": 2, "два": 2, "уч": 3, "три": 3, "торт": 4, "четыре": 4}
_SOON = {
    "бугун": 0,
    "бугунго": 0,
    "сегодня": 0,
    "эртен": 1,
    "эртенге": 1,
    "завтра": 1,
    "бурсугуну": 2,
    "послезавтра": 2,
}
_END = r"аяг(?:ы|ына|ында)"
_QUARTER_END = re.compile(rf"чейрек(?:тин)? {_END}|кон(?:ец|ца|цу|це) четверти")
_MONTH_END = re.compile(rf"ай(?:дын)? {_END}|кон(?:ец|ца|цу|це) месяца")
_NEXT_MEETING = re.compile(r"кийинки (?:отурум|чогулуш|жыйын)\w*|следующ\w+ (?:заседани|собрани|совещани)\w+")
_AFTER = re.compile(
    r"(?:(?P<weeks>\w+) )?жумадан кийин|через (?:(?P<weeks_ru>\w+) )?недел\w+"
    r"|(?P<days>\w+) кундон кийин|через (?P<days_ru>\w+) (?:день|дня|дней)"
)
_AROUND = frozenset({"до", "к", "ко", "на", "в", "во", "чейин", "карай", "куну", "кунго", "кунуно"})
_LONGEST_DEADLINE = 60


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day; with `next_meeting` the day of the next meeting, which need not be known yet."""

    day: date | None
    next_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The days that words like «эртең» or «чейректин аягы» lean on; None where not known."""

    today: date
    quarter_end: date | None
    next_meeting: date | None


def deadline(text: str, known: Known) -> Deadline | None:
    """Read a deadline; None if the text is none or its day is not known."""
    if len(text) > _LONGEST_DEADLINE:
        return None
    words = " ".join(word for word in fold_words(text) if word not in _AROUND)
    if _NEXT_MEETING.fullmatch(words):
        return Deadline(known.next_meeting, next_meeting=True)
    day = _day_in_words(words, known) or parse_date(text, today=known.today)
    return Deadline(day) if day else None


def _day_in_words(words: str, known: Known) -> date | None:
    if _QUARTER_END.fullmatch(words):
        return known.quarter_end
    if _MONTH_END.fullmatch(words):
        return known.today.replace(day=monthrange(known.today.year, known.today.month)[1])
    days = _SOON.get(words, _days_to_weekday(words, known.today))
    days = _days_after(words) if days is None else days
    return None if days is None else known.today + timedelta(days=days)


def _days_to_weekday(words: str, today: date) -> int | None:
    """Days to the next such day of the week, 1 to 7."""
    number = next((place for place, form in enumerate(_WEEKDAYS) if re.fullmatch(form, words)), None)
    return None if number is None else (number - today.weekday() - 1) % 7 + 1


def _days_after(words: str) -> int | None:
    found = _AFTER.fullmatch(words)
    if found is None:
        return None
    weeks = found["days"] is None and found["days_ru"] is None
    word = next((word for word in found.groups() if word), "")
    count = int(word) if word.isdecimal() and len(word) <= 2 else _COUNTS.get(word)
    return count and count * (7 if weeks else 1)
