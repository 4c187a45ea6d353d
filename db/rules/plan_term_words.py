"""Terms of a work plan as people write them: «15,11», «9–14.02», «сентябрь–октябрь», «2-чейрек», «жыл бою»."""

import re
from datetime import date

from db.rules import dates
from db.rules.alphabet import fold_words
from db.rules.calendar import YEAR_BEGINS_IN
from db.rules.dates import month_number
from db.rules.plan_terms import Term, month_bounds, month_year

_LONGEST_TERM = 100
# All words are folded: ө→о, ү→у, ң→н; Latin letters stand for Roman numerals.
_YEAR = re.compile(
    r"(?:(?:бир |окуу )?жыл(?:ы)?(?: (?:бою|ичинде|бою улам))|(?:весь|на протяжении|в течение)(?: (?:учебного|всего))?"
    r"(?: год(?:а)?)|ар дайым|дайыма|постоянно|систематически|жыл"
    r"|(?:all|the whole) year)"
)
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4} | {
    "биринчи": 1, "экинчи": 2, "учунчу": 3, "тортунчу": 4,
    "первая": 1, "вторая": 2, "третья": 3, "четвертая": 4,
    "первой": 1, "второй": 2, "третьей": 3, "четвертой": 4,
}  # fmt: skip
_QUARTER = re.compile(r"(?:в |во |за )?(?P<number>\w+) (?:чейре[кг]\w*|четверт\w+)|quarter (?P<english>\d)")
_AROUND_MONTHS = frozenset(
    {"ай", "айы", "айында", "айынын", "айлары", "ичинде", "месяц", "месяце", "в", "во", "за", "на"}
)
_YEARS_NEAR = re.compile(r"\d{4}|г|год|года|ж|жыл|жылы|жылдын")
_DASH = re.compile(r"\s*[–—-]\s*")
_FROM_TO = re.compile(r"(?:с|со)\s+(?P<one>.+?)\s+(?:по|до)\s+(?P<other>.+)", re.IGNORECASE)
_DAY_AND_REST = re.compile(r"\d{1,2}(?P<rest>\D.*)", re.DOTALL)


def read_term(text: str, first_year: int) -> Term | None:
    """Read the term of a line of the plan of the school year that begins in `first_year`; None if it is none.

    Day and month without a year are of that school year. Two months, like two days, are a span.
    """
    if len(text) > _LONGEST_TERM:
        return None
    typed = " ".join(text.split()).rstrip(".;, ")
    words = fold_words(typed)
    return _whole_year(words) or _quarter(words) or _month(words, typed, first_year) or _days(typed, first_year)


def _whole_year(words: list[str]) -> Term | None:
    return Term("year") if _YEAR.fullmatch(" ".join(words)) else None


def _quarter(words: list[str]) -> Term | None:
    found = _QUARTER.fullmatch(" ".join(words))
    number = _QUARTERS.get(found["number"] or found["english"]) if found else None
    return Term("quarter", quarter=number) if number else None


def _month(words: list[str], typed: str, first_year: int) -> Term | None:
    """One month, or two of which the first day of one and the last of the other make a span."""
    named = [word for word in words if word not in _AROUND_MONTHS and not _YEARS_NEAR.fullmatch(word)]
    months = [number for word in named if (number := month_number(word))]
    if not months or len(months) != len(named) or len(months) > 2:
        return None
    if len(months) == 1:
        return Term("month", month=months[0])
    one, other = months
    if not _DASH.search(typed) and (other - one) % 12 != 1:
        return None  # «декабрь, май» are two terms; a line has one
    first, last = (month_bounds(month_year(month, first_year), month) for month in months)
    return Term("span", first[0], last[1])


def _days(typed: str, first_year: int) -> Term | None:
    """Two days with a dash or «с … по …» between them, or one day: «9-11.12» are days of December, not of 2012."""
    span, day = _span_in(typed, first_year), _day(typed, first_year)
    if span and span.begins and span.ends and (span.begins <= span.ends or day is None):
        return span
    return Term("day", day) if day else None


def _span_in(typed: str, first_year: int) -> Term | None:
    from_to = _FROM_TO.fullmatch(typed)
    pairs = [(from_to["one"], from_to["other"])] if from_to else []
    pairs += [(typed[: dash.start()], typed[dash.end() :]) for dash in _DASH.finditer(typed)]
    return next((span for one, other in pairs if (span := _span(one, other, first_year))), None)


def _span(one: str, other: str, first_year: int) -> Term | None:
    last = _day(other, first_year)
    rest = _DAY_AND_REST.fullmatch(other)
    first = _day(one, first_year) or (_day(one + rest["rest"], first_year) if rest else None)
    return Term("span", first, last) if first and last else None


def _day(typed: str, first_year: int) -> date | None:
    return dates.parse_date(typed, today=date(first_year, YEAR_BEGINS_IN, 1))
