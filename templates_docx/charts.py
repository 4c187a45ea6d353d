"""Charts on paper as plain values, which a template places as «{{ chart }}» in a paragraph of its own.

`render` makes native Word charts of them, which Word edits like its own. Nothing slow is loaded here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any
from uuid import uuid4

from db.rules.quality import number
from templates_docx.values import Values

MOST_SERIES = 6
"""How many series can be told apart in black and white."""

KINDS = frozenset({"column", "line", "bar"})

Series = Mapping[str, Sequence[Fraction | int | None]]
"""Of each name the numbers, one a category; None where there was nobody to count."""


def column(title: str, categories: Sequence[str], series: Series, *, percent: bool = True, places: int = 1) -> Values:
    """Return a chart of columns: classes, subjects, years side by side.

    `percent` is an axis from 0 to 100; numbers are rounded to `places` after the comma, as in tables.
    Raises ValueError when there is nothing to draw, more than six series, or one as long as the categories are not.
    """
    return _chart("column", title, categories, series, percent, places)


def line(title: str, categories: Sequence[str], series: Series, *, percent: bool = True, places: int = 1) -> Values:
    """Return a chart of lines: what changes from period to period. As `column` otherwise."""
    return _chart("line", title, categories, series, percent, places)


def bar(title: str, categories: Sequence[str], series: Series, *, percent: bool = True, places: int = 1) -> Values:
    """Return a chart of lying bars, the first on top: long names, such as teachers'. As `column` otherwise."""
    return _chart("bar", title, categories, series, percent, places)


def _chart(kind: str, title: str, categories: Sequence[str], series: Series, percent: bool, places: int) -> Values:
    """The numbers are text, «64,0» or nothing: a paper's values stay exact and can be kept as JSON."""
    if not categories or not 0 < len(series) <= MOST_SERIES:
        raise ValueError("a chart has categories, and one to six series")
    if any(len(values) != len(categories) for values in series.values()):
        raise ValueError("every series of a chart has one number a category")
    drawn = [
        {"name": name, "values": ["" if each is None else number(Fraction(each), places) for each in values]}
        for name, values in series.items()
    ]
    return {
        "chart": kind, "title": title, "percent": percent, "places": places,
        "categories": list(categories), "series": drawn,
    }  # fmt: skip


def value(printed: str) -> float | None:
    """Read a number as a chart has it, «−4,5», where an engine wants one."""
    return float(printed.replace(",", ".").replace("−", "-")) if printed else None


def span(chart: Values) -> tuple[int, int, int]:
    """Where an axis of percentages begins and ends, and its step.

    Columns and bars are compared by their length: from 0, with room for the number above a full one. Lines that lie
    close together are spread over the tens that they move in.
    """
    known = [found for of in chart["series"] for each in of["values"] if (found := value(each)) is not None]
    if chart["chart"] != "line" or not known:
        return 0, 110, 20
    low, high = max(math.floor(min(known) / 10) - 1, 0) * 10, min(math.ceil(max(known) / 10) + 1, 11) * 10
    return low, high, 5 if high - low <= 40 else 10


class Placing:
    """The charts of one paper: while the template is filled, a mark that nobody can type stands for each."""

    def __init__(self) -> None:
        self.charts: dict[str, Values] = {}
        self._secret = uuid4().hex

    def marked(self, value: Any) -> Any:
        """Return plain values with a mark in the place of each chart."""
        if isinstance(value, dict) and "series" in value and value.get("chart") in KINDS:
            mark = f"chart-{self._secret}-{len(self.charts)}."
            self.charts[mark] = value
            return mark
        if isinstance(value, dict):
            return {key: self.marked(inner) for key, inner in value.items()}
        return [self.marked(inner) for inner in value] if isinstance(value, list) else value

    def found(self, text: str) -> list[Values]:
        """Return the charts whose marks stand in a text, in their order."""
        return [self.charts[mark] for mark in re.findall(rf"chart-{self._secret}-\d+\.", text)]
