"""Dates and hours: printed as papers want them, read as people type them.

The forms of months are a table, not an algorithm (DOMAIN.md 9.1); CLDR's Kyrgyz long date is wrong for papers.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from db.rules.alphabet import fold

Language = Literal["ky", "ru"]


@dataclass(frozen=True, slots=True)
class Month:
    """The forms of one month that papers need."""

    name: str
    possessive: str
    dative: str
    russian: str
    genitive: str


MONTHS = (
    Month("январь", "январы", "январына", "январь", "января"),
    Month("февраль", "февралы", "февралына", "февраль", "февраля"),
    Month("март", "марты", "мартына", "март", "марта"),
    Month("апрель", "апрели", "апрелине", "апрель", "апреля"),
    Month("май", "майы", "майына", "май", "мая"),
    Month("июнь", "июну", "июнуна", "июнь", "июня"),
    Month("июль", "июлу", "июлуна", "июль", "июля"),
    Month("август", "августу", "августуна", "август", "августа"),
    Month("сентябрь", "сентябры", "сентябрына", "сентябрь", "сентября"),
    Month("октябрь", "октябры", "октябрына", "октябрь", "октября"),
    Month("ноябрь", "ноябры", "ноябрына", "ноябрь", "ноября"),
    Month("декабрь", "декабры", "декабрына", "декабрь", "декабря"),
)
WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "ky": ("дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
}

_STEMS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма[йяеи]",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
# What may follow a stem: Russian endings, or a Kyrgyz possessive, a case, both («декабры», «декабрдын», «майына»).
_ENDING = (
    r"(?:[ьйяаюе]|ем)?[ыиу]?"
    r"(?:[дтн][ыиу]н|н?да(?:гы|н)?|н?де(?:ги|н)?|та(?:н|гы)?|те(?:н|ги)?|[гк][ае]|н[ае]н?|[дтн][ыиу])?"
)
_MONTH_WORDS = tuple(re.compile(stem + _ENDING) for stem in _STEMS)
_SHORT_MONTHS = tuple(month.name.rstrip("ь") for month in MONTHS)
_NEAR_DATES = frozenset({"до", "к", "на", "чейин", "карай", "г", "год", "года", "ж", "жыл", "жылы", "жылдын", "числа"})
# What people join to a number: «25и», «25,12ге», «25-инде»; never a letter of a class or the word after «2-4-».
_CASE = r"(?:с?[иыуү](?:н[дтнг]?[аеоө]н?)?|[гкдтн][аеоө]н?)"
_ATTACHED = re.compile(rf"\d-?{_CASE}")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC = re.compile(
    rf"(?P<day>\d\d?)[.,/-](?P<month>\d\d?)(?:[.,/-](?P<year>\d{{4}}|\d\d))?(?:-?(?:г|ж|жыл|{_CASE}))?[.,]?"
    r"|(?P<iso_year>\d{4})[.,/-](?P<iso_month>\d{1,2})[.,/-](?P<iso_day>\d{1,2})"
)
_TIME = re.compile(r"(?:саат |в )?(?P<hour>\d{1,2})(?:[.,:;\- ]?(?P<minute>\d{2}))?(?: ?[^\W\d_]{1,4})?")
_OLDEST, _NEWEST = 1900, 2199
_LONGEST_DATE = 60
_YEARS_AHEAD = 20


def spoken(d: date, language: Language) -> str:
    """Return the date line of a paper: «2026-жылдын 22-ноябры», «22 ноября 2026 г.»."""
    month = MONTHS[d.month - 1]
    return (
        f"{d.year}-жылдын {d.day}-{month.possessive}" if language == "ky" else f"{d.day} {month.genitive} {d.year} г."
    )


def until(d: date, language: Language) -> str:
    """Return a deadline in words: «2026-жылдын 25-декабрына чейин», «до 25 декабря 2026 г.»."""
    if language == "ky":
        return f"{d.year}-жылдын {d.day}-{MONTHS[d.month - 1].dative} чейин"
    return f"до {spoken(d, language)}"


def short(d: date) -> str:
    """Return the date of tables: «22.11.2026»."""
    return f"{d.day:02}.{d.month:02}.{d.year}"


def month_name(m: int, language: Language) -> str:
    """Return the nominative of a month counted from 1."""
    return MONTHS[m - 1].name if language == "ky" else MONTHS[m - 1].russian


def weekday(d: date, language: Language) -> str:
    """Return the name of the day of the week."""
    return WEEKDAYS[language][d.weekday()]


def school_year_name(first_year: int, language: Language) -> str:
    """Return «2026-2027-окуу жылы» or «2026-2027 учебный год»."""
    years = f"{first_year}-{first_year + 1}"
    return f"{years}-окуу жылы" if language == "ky" else f"{years} учебный год"


def parse_date(
    text: str, *, today: date, first: date | None = None, last: date | None = None, future: bool = True
) -> date | None:
    """Read a date as people type it: 25,12 · 25.12.26 · 2026-12-25 · «25 декабрь» · «декабрдын 25и»; None: no date.

    Day and month without a year: with `future` the first such day not before `today`; otherwise the one inside
    `first`..`last` (the school year) when today is inside it, else the one nearest to today.
    """
    parts = _parts(text) if len(text) <= _LONGEST_DATE else None
    if parts is None:
        return None
    day, month, year = parts
    if year is not None:
        return _day(_full_year(year, today), month, day)
    return _without_year(day, month, today, first, last, future)


def parse_time(text: str) -> time | None:
    """Read an hour: 14.10 · 14:10 · 14,10 · 1410 · 14 · «саат 14.10»; None if it is none."""
    found = _TIME.fullmatch(fold_case(text)) if len(text) <= _LONGEST_DATE else None
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def month_number(word: str) -> int | None:
    """Return the month (from 1) that a word names in a Kyrgyz or Russian form or by its first three letters."""
    folded = fold(word).strip()
    for number, (form, nominative) in enumerate(zip(_MONTH_WORDS, _SHORT_MONTHS, strict=True), start=1):
        if form.fullmatch(folded) or (len(folded) >= 3 and nominative.startswith(folded)):
            return number
    return None


def fold_case(text: str) -> str:
    """Return the text in lower case with single spaces and none at its ends."""
    return " ".join(text.lower().split())


def _parts(text: str) -> tuple[int, int, str | None] | None:
    """Day, month and year (as typed) of a text that is a date and nothing else."""
    typed = " ".join(word for word in fold_case(text).split() if word.strip(".") not in _NEAR_DATES)
    found = _NUMERIC.fullmatch(typed)
    if found is None:
        return _parts_in_words(typed)
    if found["iso_year"]:
        return int(found["iso_day"]), int(found["iso_month"]), found["iso_year"]
    return int(found["day"]), int(found["month"]), found["year"]


def _parts_in_words(typed: str) -> tuple[int, int, str | None] | None:
    tokens = list(_TOKEN.finditer(typed))
    numbers = [token.group() for token in tokens if token.group().isdecimal()]
    months = [number for token in tokens if (number := month_number(token.group()))]
    days = [number for number in numbers if len(number) <= 2]
    years = [number for number in numbers if len(number) == 4] or days[1:]
    if len(months) != 1 or not days or len(numbers) != 1 + len(years) or len(years) > 1:
        return None
    if not all(_belongs_to_date(typed, token) for token in tokens):
        return None
    return int(days[0]), months[0], years[0] if years else None


def _belongs_to_date(typed: str, token: re.Match[str]) -> bool:
    """A number, a month, a word that stands near dates, or a case ending after a number («25и», «2026-жылдын»)."""
    word = token.group()
    start = re.search(r"\d-?$", typed[: token.start()])
    attached = start is not None and _ATTACHED.fullmatch(typed[start.start() : token.end()]) is not None
    return word.isdecimal() or attached or fold(word) in _NEAR_DATES or month_number(word) is not None


def _full_year(year: str, today: date) -> int:
    """Two digits mean the hundred years that end `_YEARS_AHEAD` years from today."""
    if len(year) == 4:
        return int(year)
    newest = today.year + _YEARS_AHEAD
    return newest - (newest - int(year)) % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _OLDEST <= year <= _NEWEST else None
    except ValueError:
        return None


def _without_year(
    day: int, month: int, today: date, first: date | None, last: date | None, future: bool
) -> date | None:
    # Eight years hold a 29 February even around a year like 2100.
    found = [one for year in range(today.year - 8, today.year + 9) if (one := _day(year, month, day))]
    if future:
        return next((one for one in found if one >= today), None)
    if first and last and first <= today <= last:
        found = [one for one in found if first <= one <= last] or found
    return min(found, key=lambda one: abs(one - today), default=None)
