"""The steps of a criterion as people write them: read from one line, shown in one line, told as what is looked at.

The words for kinds of records are those of `db/stock/criteria.toml`, in both languages; a word typed in one of them
has its twin in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from db.errors import Refused
from db.evaluations.criteria_rows import GivenStep, StepRow
from db.rules import points, steps_line
from db.rules.alphabet import fold
from db.rules.quality import NO_BREAK
from db.rules.scoring import BY_LEVEL
from db.stock_files import read_stock

FIGURES = frozenset({"quality", "pass_rate", "quality_growth", "transition"})
"""Sources with a figure in percent or percentage points."""
COUNTED = BY_LEVEL - FIGURES
"""Sources of which it counts how many were missed."""
FALL = "transition"
"""Its thresholds are typed as the fall that is borne: no minus sign is on a Kyrgyz keyboard."""


@dataclass(frozen=True, slots=True)
class Word:
    """How a kind of record is called in both languages."""

    match: str
    ky: str
    ru: str

    def text(self, language: str) -> str:
        """The word in a language."""
        return self.ru if language == "ru" else self.ky


@cache
def words(source: str) -> tuple[Word, ...]:
    """The kinds of record of a source, in their order."""
    return tuple(
        Word(each["match"], each["ky"], each["ru"])
        for each in read_stock("criteria")["word"]
        if source in each["sources"]
    )


def read(text: str, source: str, known: Sequence[StepRow] = ()) -> tuple[GivenStep, ...]:
    """Read steps typed in one line; what stands in `known` by its words keeps its twin in the other language.

    Raises Refused `steps_expected`, `step_figure_expected` (values: word), `step_word_unknown` (values: word, known).
    """
    parts = steps_line.parse(text)
    if parts is None:
        raise Refused("steps_expected", "steps")
    return tuple(_step(each, source, known) for each in parts)


def line(steps: Iterable[StepRow | GivenStep], source: str, language: str) -> str:
    """Steps in one line as they can be typed again: «60 10; 45 7; 30 4»."""
    return "; ".join(f"{_head(each, source, language)} {points.shown(each.points)}".strip() for each in steps)


def indicator(steps: Iterable[StepRow | GivenStep], source: str, language: str) -> str:
    """What is looked at, for how many points: «≥ 60 % – 10», «мектеп – 3; район – 5»."""
    told = ((label(each, source, language), points.shown(each.points)) for each in steps)
    return "; ".join(f"{said} –{NO_BREAK}{worth}" if said else worth for said, worth in told)


def label(step: StepRow | GivenStep, source: str, language: str) -> str:
    """What a step is for: its words, or its threshold with its unit."""
    head = _head(step, source, language)
    written = _figures().get(source)
    if step.least is None or step.ky or step.ru or written is None:
        return head
    return str(written[language]).format(figure=head).replace(" ", NO_BREAK)


@cache
def _figures() -> dict[str, dict[str, str]]:
    """How thresholds are written, by source and language."""
    return dict(read_stock("criteria")["figure"])


def _head(step: StepRow | GivenStep, source: str, language: str) -> str:
    """What is typed before the points."""
    if said := (step.ru or step.ky) if language == "ru" else (step.ky or step.ru):
        return said
    if step.least is not None:
        return points.shown(-step.least if source == FALL else step.least)
    return next((each.text(language) for each in words(source) if each.match == step.match), step.match)


def _step(typed: steps_line.TypedStep, source: str, known: Sequence[StepRow]) -> GivenStep:
    head = fold(typed.head)
    for each in known:
        if head and head in (fold(each.ky), fold(each.ru)):
            return GivenStep(typed.points, each.least, each.match, each.ky, each.ru)
    if source in FIGURES:
        least = steps_line.figure(typed.head)
        if least is None:
            raise Refused("step_figure_expected", "steps", word=typed.head)
        return GivenStep(typed.points, -abs(least) if source == FALL else least)
    for word in words(source):
        if head in (fold(word.ky), fold(word.ru), word.match):
            return GivenStep(typed.points, match=word.match, ky=word.ky, ru=word.ru)
    if source in COUNTED and typed.head.isdecimal():
        return GivenStep(typed.points, match=str(int(typed.head)))
    if head and words(source):
        names = ", ".join(dict.fromkeys(f"{word.ky} / {word.ru}" for word in words(source)))
        raise Refused("step_word_unknown", "steps", word=typed.head, known=names)
    return GivenStep(typed.points, ky=typed.head, ru=typed.head)
