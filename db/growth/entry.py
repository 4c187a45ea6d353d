"""A course typed in one line: «курс !Асанова 72 саат 15,03 "Баалоо" онлайн №123»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.plans.entry import parse_line
from db.rules.alphabet import fold
from db.rules.calendar import Period
from db.rules.dates import parse_date
from db.rules.people import People

_LONGEST_LINE = 10_000
_HOURS = re.compile(r"(?<![\w.,])(\d{1,4})\s*-?(?:саат\w*|час\w*|ч)(?!\w)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"№\s*([\w/-]+)")
_QUOTED = re.compile(r"[\"«“„]([^\"»“”„«]+)[\"»”“]")
_DATE = r"\d{1,2}[.,/]\d{2}(?:[.,/](?:\d{4}|\d{2}))?"
_DAYS = re.compile(rf"(?<![\w.,/])({_DATE})(?:\s*[-–—]\s*({_DATE}))?(?![\w/]|[.,]\d)")
_WORD = re.compile(r"^\s*курс\w*[\s:,–—-]+")
# Folded: ө→о, ү→у, ң→н.
_FORMS = {
    "online": re.compile(r"(?<!\w)(?:онлайн|дистан\w+|аралыктан)(?!\w)"),
    "onsite": re.compile(r"(?<!\w)(?:кундузгу|очно|очн\w{2})(?!\w)"),
    "mixed": re.compile(r"(?<!\w)(?:аралаш|смешан\w+)(?!\w)"),
}
_EDGES = " ,;:–—-"


@dataclass(frozen=True, slots=True)
class Typed:
    """What one typed line says; of two days `begins` is the first, of one day the last is known.

    The text in quotation marks is the topic and the rest the place; without marks all of it is the topic. Letters after
    a sign that fit nobody are in `unknown`, those that fit several people in `ambiguous`.
    """

    topic: str = ""
    provider: str = ""
    form: str = ""
    hours: int | None = None
    begins: dt.date | None = None
    ends: dt.date | None = None
    certificate: str = ""
    owner_ids: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()


def parse_course(text: str, today: dt.date, people: People, quarters: Sequence[Period]) -> Typed:
    """Read who, how many hours, when, what, in which form and the certificate's number, in any order.

    A day without a year is the one nearest to `today`: courses are noted when they are over.
    """
    rest = text[:_LONGEST_LINE]
    topic, rest = _take(_QUOTED, rest)
    hours, rest = _take(_HOURS, rest)
    certificate, rest = _take(_NUMBER, rest)
    begins, ends, rest = _take_days(rest, today)
    form, rest = _take_form(rest)
    read = parse_line(_cut(rest, _WORD.search(rest.lower())), today, people, quarters)
    left = read.text.strip(_EDGES)
    return Typed(
        topic or left, left if topic else "", form, int(hours) if hours else None, begins, ends, certificate,
        read.owner_ids, read.unknown, read.ambiguous,
    )  # fmt: skip


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """The first group of a match and the text without it."""
    match = pattern.search(text)
    return (match[1].strip(), _cut(text, match)) if match else ("", text)


def _take_days(text: str, today: dt.date) -> tuple[dt.date | None, dt.date | None, str]:
    match = _DAYS.search(text)
    if match is None:
        return None, None, text
    first = parse_date(match[1], today=today, future=False)
    last = parse_date(match[2], today=today, future=False) if match[2] else None
    if first is None or (match[2] and last is None):
        return None, None, text
    return (first, last, _cut(text, match)) if last else (None, first, _cut(text, match))


def _take_form(text: str) -> tuple[str, str]:
    folded = fold(text)
    for code, pattern in _FORMS.items():
        if match := pattern.search(folded):
            return code, _cut(text, match)
    return "", text


def _cut(text: str, match: re.Match[str] | None) -> str:
    """The text without a match; folding keeps places."""
    return " ".join(f"{text[: match.start()]} {text[match.end() :]}".split()) if match else text
