"""The indicators of a subject's quality, counted exactly (DOMAIN.md 5): жетишүү, билим сапаты, СОУ, орточо балл.

Shares are percent as fractions, so that nothing is rounded before it is printed; where nobody is counted they are None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

SCALES = (5, 10)
"""The best marks that schools give."""
LEVELS = (5, 4, 3, 2)
"""What every scale is brought to: «отличник», «хорошист», passed, failed."""
LEAST_OF_TEN = (9, 7, 5)
"""On the scale of ten: the least mark of the levels 5, 4 and 3; a school sets its own for a year."""
NO_BREAK = "\N{NO-BREAK SPACE}"
NOTHING = "–"
"""Stands where there was nobody to count."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a pupil of each level adds to СОУ, in percent; `not_assessed` is 8 or 0 with some authors."""

    five: int = 100
    four: int = 64
    three: int = 36
    two: int = 16
    not_assessed: int = 7


SIMONOV = Weights()
"""V. P. Simonov's weights, the usual ones."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pupils have each level; those not assessed (н/а) stay in the whole, the exempt are not counted here."""

    five: int = 0
    four: int = 0
    three: int = 0
    two: int = 0
    not_assessed: int = 0

    @property
    def assessed(self) -> int:
        """Those who have a mark."""
        return self.five + self.four + self.three + self.two

    @property
    def whole(self) -> int:
        """The denominator N: everyone due a mark."""
        return self.assessed + self.not_assessed

    def __add__(self, other: Counts) -> Counts:
        """Both groups together: a year's tests, a teacher's classes."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Figures:
    """The four indicators of one group; `mean` is on the scale that the marks were given in."""

    pass_rate: Fraction | None
    quality: Fraction | None
    degree: Fraction | None
    mean: Fraction | None


def level(mark: int, scale: int = 5, least: tuple[int, int, int] = LEAST_OF_TEN) -> int:
    """Return the level of a mark: of ten 9–10 are 5, 7–8 are 4, 5–6 are 3, what is below is 2; of five itself.

    A better mark than five on the scale of five, which another year's rules let in, counts as 5.
    """
    if scale == 5:
        return min(max(mark, 2), 5)
    return next((of for of, begins in zip(LEVELS, least, strict=False) if mark >= begins), 2)


def marks_of(scale: int) -> tuple[int, ...]:
    """Return the marks of a scale as tables name them, the best first: 5…2 or 10…1."""
    return LEVELS if scale == 5 else tuple(range(scale, 0, -1))


def counts(
    marks: Mapping[int, int], scale: int = 5, not_assessed: int = 0, least: tuple[int, int, int] = LEAST_OF_TEN
) -> Counts:
    """Bring numbers of pupils by mark to levels."""
    found = dict.fromkeys(LEVELS, 0)
    for mark, pupils in marks.items():
        found[level(mark, scale, least)] += pupils
    return Counts(found[5], found[4], found[3], found[2], not_assessed)


def figures(marks: Mapping[int, int], scale: int = 5, not_assessed: int = 0, weights: Weights = SIMONOV) -> Figures:
    """Return the four indicators of numbers of pupils by mark."""
    of = counts(marks, scale, not_assessed)
    return Figures(pass_rate(of), quality(of), degree(of, weights), mean_mark(marks))


def pass_rate(of: Counts) -> Fraction | None:
    """Return жетишүү: (n5 + n4 + n3) ÷ N × 100."""
    return share(of.five + of.four + of.three, of.whole)


def quality(of: Counts) -> Fraction | None:
    """Return билим сапаты in one subject: (n5 + n4) ÷ N × 100."""
    return share(of.five + of.four, of.whole)


def degree(of: Counts, weights: Weights = SIMONOV) -> Fraction | None:
    """Return СОУ: (100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·н/а) ÷ N."""
    return Fraction(_weighed(of, weights), of.whole) if of.whole else None


def mean_mark(marks: Mapping[int, int]) -> Fraction | None:
    """Return орточо балл: the plain mean of the marks given, on their own scale; н/а is left out."""
    pupils = sum(marks.values())
    return Fraction(sum(mark * many for mark, many in marks.items()), pupils) if pupils else None


def share(part: int, whole: int) -> Fraction | None:
    """Return a part of a whole in percent; class-level quality is the share of pupils whose marks are all 4 and 5."""
    return Fraction(100 * part, whole) if whole else None


def class_quality(all_five: int, four_five: int, listed: int) -> Fraction | None:
    """Return класстын сапаты: the pupils all of whose marks are 4 and 5 ÷ N × 100; not a subject's quality."""
    return share(all_five + four_five, listed)


def change(before: Fraction | None, after: Fraction | None) -> Fraction | None:
    """Return by how many percentage points a share has changed; None where one of the two is not known."""
    return None if before is None or after is None else after - before


def trend(before: Fraction | None, after: Fraction | None) -> str:
    """Tell `rise`, `fall` or `kept` as it is printed with one place after the comma; nothing for what is not known."""
    moved = change(before, after)
    if moved is None:
        return ""
    if not number(moved).strip("−0,"):
        return "kept"
    return "rise" if moved > 0 else "fall"


def below(part: int, whole: int, percent: int) -> bool:
    """Tell whether a part is less than so many percent of a whole; of nobody nothing is less."""
    return 100 * part < percent * whole


# What is printed: a decimal comma, half away from zero


def number(value: Fraction | None, places: int = 1) -> str:
    """Write «3,84» with so many places after the comma."""
    if value is None:
        return NOTHING
    units = floor(abs(value) * 10**places + Fraction(1, 2))
    whole, rest = divmod(units, 10**places)
    shown = f"{whole},{rest:0{places}}" if places else str(whole)
    return f"−{shown}" if value < 0 and units else shown


def percent(value: Fraction | None, places: int = 1) -> str:
    """Write «64,0 %», the sign after a space that does not break."""
    return NOTHING if value is None else f"{number(value, places)}{NO_BREAK}%"


def points(before: Fraction | None, after: Fraction | None, places: int = 1) -> str:
    """Write how a share has changed in percentage points: «+3,2», «−4,5», «0,0»."""
    if before is None or after is None:
        return NOTHING
    shown = number(after - before, places)
    return f"+{shown}" if after > before and shown.strip("0,") else shown


# How a figure came about, to be shown beside it: schools do swap the labels


def pass_rate_formula(of: Counts) -> str:
    """Write «(6 + 10 + 8) ÷ 25 × 100 = 96,0 %»; nothing for nobody."""
    return _shares((of.five, of.four, of.three), of.whole)


def quality_formula(of: Counts) -> str:
    """Write «(6 + 10) ÷ 25 × 100 = 64,0 %»; nothing for nobody."""
    return _shares((of.five, of.four), of.whole)


def degree_formula(of: Counts, weights: Weights = SIMONOV) -> str:
    """Write «(100·6 + 64·10 + 36·8 + 16·1 + 7·0) ÷ 25 = 61,8 %»; nothing for nobody."""
    terms = " + ".join(f"{getattr(weights, name)}·{getattr(of, name)}" for name in Counts.__slots__)
    return f"({terms}) ÷ {of.whole} = {percent(degree(of, weights))}" if of.whole else ""


def mean_formula(marks: Mapping[int, int]) -> str:
    """Write «(5·6 + 4·10 + 3·8 + 2·1) ÷ 25 = 3,84»; nothing for nobody."""
    given = [f"{mark}·{marks[mark]}" for mark in sorted(marks, reverse=True) if marks[mark]]
    pupils = sum(marks.values())
    return f"({' + '.join(given)}) ÷ {pupils} = {number(mean_mark(marks), 2)}" if pupils else ""


def class_quality_formula(all_five: int, four_five: int, listed: int) -> str:
    """Write «(4 + 9) ÷ 25 × 100 = 52,0 %»; nothing for nobody."""
    return _shares((all_five, four_five), listed)


def _shares(parts: Iterable[int], whole: int) -> str:
    known = tuple(parts)
    shown = " + ".join(map(str, known))
    return f"({shown}) ÷ {whole} × 100 = {percent(share(sum(known), whole))}" if whole else ""


def _weighed(of: Counts, weights: Weights) -> int:
    return sum(getattr(weights, name) * getattr(of, name) for name in Counts.__slots__)
