"""Deadlines as people type them, alone or in the one-line entry of a decision: `!фамилия 25,12 план түзүлсүн`.

A person is called by a sign, ! or @, anywhere in the line. A deadline counts only beside the people, at the start of
the line or at its end, and a short number only where it can hardly be anything else: «48 %», «4-А», «2.1» stay text.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from db.rules.alphabet import fold, fold_words, matches
from db.rules.due import Deadline, Known, deadline
from db.rules.names import PATRONYMIC_WORDS
from db.rules.people import People, all_words, find

_CALL = re.compile(r"[!@]+(?P<names>[^\W\d_][\w'’-]*(?:,[!@]*[^\W\d_][\w'’-]*)*)(?P<rest>.*)", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}[,;:]?")
_SHORT_DATE = re.compile(r"(?P<day>\d\d?)(?P<sign>[.,/-])(?P<month>\d\d?)(?![.,/-]?\d).*")
_FIGURES = re.compile(r"\d+[.,/-]\d[\d.,/-]*")
_PUNCTUATION = " .,;:!–—-"
_EDGES = " ,;:–—-"
_LONGEST_DATE = 5
_SHORTEST_BEGINNING = 3
_LONGEST_LINE = 10_000
# Folded. One-letter Russian words are not initials, and these words before or after change what a deadline would be.
_PREPOSITIONS = frozenset("аивкосу")
_NOT_AFTER = frozenset({"ар", "кийинки", "бир", "эки", "уч", "торт", "каждую", "каждый", "каждое", "следующую"})
_NOT_BEFORE = frozenset({"менен", "сайын", "бою", "ичинде"})
_BETWEEN_PEOPLE = frozenset({"жана", "менен", "и"})
_NUMBERED = frozenset({"№", "пункт", "п", "тиркеме", "тиркемеси", "приложение", "балл", "сапаты", "качество"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one typed line says. Letters after a sign that fit nobody or several people are not part of the text."""

    text: str
    owner_ids: tuple[int, ...] = ()
    deadline: date | None = None
    next_meeting: bool = False
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(slots=True)
class _Called:
    """Whom the signs in a line call."""

    owners: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    ambiguous: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)

    def add(self, letters: str, ids: tuple[int, ...]) -> None:
        if not ids:
            self.unknown.append(letters)
        elif len(ids) > 1:
            self.ambiguous.append((letters, ids))
        elif ids[0] not in self.owners:
            self.owners.append(ids[0])


@dataclass(frozen=True, slots=True)
class _Span:
    """Words of the line that may be a deadline; a short number is believed most beside people."""

    begin: int
    end: int
    where: str


def parse_deadline(text: str, *, today: date, quarter_end: date | None, next_meeting: date | None) -> Deadline | None:
    """Read a deadline: a date (see `parse_date`), эртең, жума, «чейректин аягы», «кийинки отурум» or a Russian twin.

    A day of the week is the next one after today. None if the text is no deadline or its day is not known.
    """
    return deadline(text, Known(today, quarter_end, next_meeting))


def parse_entry(
    line: str, *, today: date, people: People, quarter_end: date | None, next_meeting: date | None
) -> Entry:
    """Read who, until when and what. A line without a sign and a date is text alone, and so is a pasted long one."""
    if len(line) > _LONGEST_LINE:
        return Entry(_sentence(line.split(), trim=False))
    known = Known(today, quarter_end, next_meeting)
    called, words, places = _take_people(line.split(), people, known)
    span, found = _find_deadline(words, places, known)
    rest = [*words[: span.begin], *words[span.end :]]
    return Entry(
        _sentence(rest, trim=bool(places or found.day or found.next_meeting)),
        tuple(called.owners),
        found.day,
        found.next_meeting,
        tuple(called.unknown),
        tuple(called.ambiguous),
    )


def _sentence(words: list[str], *, trim: bool) -> str:
    text = " ".join(words).strip(_EDGES if trim else None)
    return text[:1].upper() + text[1:]


def _take_people(words: list[str], people: People, known: Known) -> tuple[_Called, list[str], list[int]]:
    """Whom the line calls, the other words, and before which of these the calls stood."""
    called, kept, places = _Called(), list[str](), list[int]()
    left = deque(words)
    while left:
        word = left.popleft()
        call = _CALL.fullmatch(word)
        if call is None:
            kept.append(word)
            continue
        places.append(len(kept))
        _take_call(call, left, people, known, called)
    return called, kept, places


def _take_call(call: re.Match[str], left: deque[str], people: People, known: Known, called: _Called) -> None:
    *others, last = re.split(r",[!@]*", call["names"])
    for letters in others:
        called.add(letters, find(letters, people))
    if rest := call["rest"].lstrip(_PUNCTUATION):
        left.appendleft(rest)
    if call["rest"] == ",":
        called.add(last, find(last, people))
        _call_next(left, people)
    else:
        called.add(*_lengthen(last, left, people, known))
    if len(left) > 1 and fold(left[0]) in _BETWEEN_PEOPLE and _CALL.fullmatch(left[1]):
        left.popleft()


def _call_next(left: deque[str], people: People) -> None:
    """After «!асан,» a surname counts as called too."""
    letters = fold(left[0]).strip() if left else ""
    if len(letters) >= _SHORTEST_BEGINNING and any(matches(letters, name.surname) for _, name in people):
        left.appendleft(f"!{left.popleft()}")


def _lengthen(letters: str, left: deque[str], people: People, known: Known) -> tuple[str, tuple[int, ...]]:
    """Add the next words to the letters as long as they go on with the name."""
    ids = find(letters, people)
    while left and not _begins_deadline(left, known):
        fewer = _going_on(letters, left[0], [one for one in people if one[0] in ids])
        if not fewer:
            break
        letters, ids = f"{letters} {left.popleft().rstrip(',;:')}", fewer
    return letters, ids


def _begins_deadline(left: deque[str], known: Known) -> bool:
    words = list(islice(left, _LONGEST_DATE))
    return any(_read(words[:size], known) for size in range(1, len(words) + 1))


def _going_on(letters: str, word: str, meant: People) -> tuple[int, ...]:
    """Those of the meant people whose name the word goes on with, empty when it rather belongs to the decision."""
    fitting = [one for one in meant if matches(f"{letters} {word}", all_words(one[1]))]
    folded = fold(word).strip()
    if not fitting or not folded:
        return ()
    whole = any(folded in fold_words(all_words(name)) for _, name in fitting)
    fewer = len(fitting) < len(meant)
    sure = folded in PATRONYMIC_WORDS or _INITIALS.fullmatch(word) is not None
    beginning = len(folded) >= _SHORTEST_BEGINNING and (whole or fewer)
    initial = len(folded) == 1 and fewer and (word[0].isupper() or folded not in _PREPOSITIONS)
    return tuple(id_ for id_, _ in fitting) if sure or beginning or initial else ()


def _find_deadline(words: list[str], places: list[int], known: Known) -> tuple[_Span, Deadline]:
    for span in _spans(len(words), places):
        found = _read(words[span.begin : span.end], known)
        if found and _believable(words, span):
            return span, found
    return _Span(0, 0, "nowhere"), Deadline(None)


def _spans(count: int, places: list[int]) -> Iterator[_Span]:
    """Where a deadline may stand, the likeliest and the longest first."""
    sizes = range(min(_LONGEST_DATE, count), 0, -1)
    for place in places:
        yield from (_Span(place, place + size, "people") for size in sizes if place + size <= count)
    yield from (_Span(0, size, "people" if size in places else "start") for size in sizes)
    yield from (_Span(count - size, count, "end") for size in sizes)


def _read(words: list[str], known: Known) -> Deadline | None:
    return deadline(" ".join(words).strip(_PUNCTUATION), known)


def _believable(words: list[str], span: _Span) -> bool:
    """Whether words that read as a deadline are one at this place of the line."""
    before = words[span.begin - 1].lower().rstrip(".:") if span.begin else ""
    after = fold(words[span.end]).strip() if span.end < len(words) else ""
    number = next((word for word in words[span.begin : span.end] if word[0].isdecimal()), None)
    if number is None:
        return span.where != "start" and fold(before) not in _NOT_AFTER and after not in _NOT_BEFORE
    short = _SHORT_DATE.fullmatch(number)
    if short is None:
        return span.where != "start" or _FIGURES.fullmatch(number) is not None
    return before not in _NUMBERED and _believable_number(short, span.where)


def _believable_number(short: re.Match[str], where: str) -> bool:
    """A day and month without a year: two digits of month, or the comma of the numeric block right beside people."""
    if short["sign"] == "-":
        return False
    if where == "people":
        return len(short["month"]) == 2 or short["sign"] == ","
    return len(short["month"]) == 2 and (where == "end" or len(short["day"]) == 2)
