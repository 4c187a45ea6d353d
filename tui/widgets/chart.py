"""A chart on the screen, drawn with signs alone: it reads the same in sixteen colours, in none, and from afar.

Imports plotext: whoever shows a chart imports this when it is first shown.
"""

import textwrap
from collections.abc import Iterable
from typing import Any, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual_plotext import PlotextPlot

from db.rules.quality import NO_BREAK
from templates_docx.charts import span, value
from tui.widgets.shown import Shown

FILLS = "█░▓▒▚╳"
"""Of columns and bars, by series: neighbours are dark and light."""
POINTS, LINES = "●■▲◆×+", "·-∙~:'"
"""Of a line: where a number stands, and what leads to the next one."""
MARGINS = 4
"""Cells of the terminal beside the signs."""
AXIS = 7
"""The cells that the numbers of the axis take."""
LABELLED = 2
"""So many series have their numbers beside them; of more the table tells."""
TOP = 100
ABOVE = 8
"""So far above what it tells a number stands, on the scale of percent."""


class ChartView(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A title, which sign is which series, the drawing; as high as its bars need, and then ↑ ↓ move it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False), Binding("down", "scroll_down", show=False),
    ]  # fmt: skip

    def __init__(self, chart: dict[str, Any], *, id: str | None = None) -> None:
        """`chart` is what `templates_docx.charts` makes: the screen and the paper draw the same numbers."""
        super().__init__(id=id)
        self._chart = chart

    def compose(self) -> Iterable[Widget]:
        """The drawing under its title and its signs."""
        yield Shown(self._chart["title"], classes="chart-title")
        if signs := legend(self._chart, self.app.size.width - MARGINS):
            yield Shown(signs, classes="chart-legend")
        plot = Drawing(self._chart)
        if self._chart["chart"] == "bar":
            plot.styles.height = len(self._chart["categories"]) * _rows(self._chart) + 3
        yield plot


class Drawing(PlotextPlot):
    """The drawing itself."""

    def __init__(self, chart: dict[str, Any]) -> None:
        super().__init__()
        self.theme = "clear"
        self._chart = chart

    def render(self) -> Text:
        """Draw for the room there is."""
        self.plt.clear_figure()
        draw = {"line": _lines, "column": _columns, "bar": _bars}[self._chart["chart"]]
        draw(self.plt, self._chart, self.size.width)
        drawn = super().render()
        return drawn if isinstance(drawn, Text) else Text()


def legend(chart: dict[str, Any], width: int) -> str:
    """Which sign is which series, a sign never parted from its name; nothing for a single one."""
    signs = POINTS if chart["chart"] == "line" else FILLS
    named = (
        f"{sign}{NO_BREAK}{of['name'].replace(' ', NO_BREAK)}" for sign, of in zip(signs, chart["series"], strict=False)
    )
    return "\n".join(textwrap.wrap("   ".join(named), width)) if len(chart["series"]) > 1 else ""


def _columns(plot: Any, chart: dict[str, Any], width: int) -> None:
    count, many = len(chart["categories"]), len(chart["series"])
    room = max((width - AXIS) // count, 1)
    plot.multiple_bar(
        [_cut(each, room - 1) for each in chart["categories"]], [_numbers(of) for of in chart["series"]],
        marker=list(FILLS[:many]), color="default", width=0.7,
    )  # fmt: skip
    if room // many >= 5 or many == 1:
        for at, of in enumerate(chart["series"]):
            for place, printed in enumerate(of["values"], 1):
                across = place + (at - (many - 1) / 2) * 0.7 / many
                plot.text(printed or "–", across, _value(printed) + ABOVE, "default", alignment="center")
    if chart["percent"]:
        plot.ylim(0, TOP + 10)
        plot.yticks(range(0, TOP + 1, 20))


def _lines(plot: Any, chart: dict[str, Any], width: int) -> None:
    count, (low, high, step) = len(chart["categories"]), span(chart)
    beside = ABOVE * (high - low) / (TOP + 10) if chart["percent"] else ABOVE
    for at, of in enumerate(chart["series"]):
        known = [(place, _value(each)) for place, each in enumerate(of["values"], 1) if each]
        places, numbers = [place for place, _each in known], [each for _place, each in known]
        if known:
            plot.plot(places, numbers, marker=LINES[at], color="default")
            plot.scatter(places, numbers, marker=POINTS[at], color="default")
        if len(chart["series"]) <= LABELLED:
            for place, number in known:
                above = number + (beside if at % 2 == 0 else -beside)
                plot.text(of["values"][place - 1], place, above, "default", alignment="center")
    plot.xlim(0.5, count + 0.5)
    plot.xticks(range(1, count + 1), [_cut(each, (width - AXIS) // count - 1) for each in chart["categories"]])
    if chart["percent"]:
        plot.ylim(low, high)
        plot.yticks(range(low, min(high, TOP) + 1, step))


def _bars(plot: Any, chart: dict[str, Any], width: int) -> None:
    """Bars from above down; plotext begins below."""
    names = [_cut(each, width // 3) for each in chart["categories"]]
    count, many, series = len(names), len(chart["series"]), chart["series"][::-1]
    rows = _rows(chart)
    thick = 0.6 * many / rows
    plot.multiple_bar(
        names[::-1], [_numbers(of)[::-1] for of in series], marker=list(FILLS[:many][::-1]) if many > 1 else ["■"],
        color="default", width=thick, orientation="h",
    )  # fmt: skip
    for at, of in enumerate(series):
        for place, printed in enumerate(of["values"][::-1], 1):
            height = place + (at - (many - 1) / 2) * thick / many
            plot.text(f" {printed or '–'}", max(_value(printed), 0) + 1, height, "default", alignment="left")
    plot.ylim(0.5 + 0.5 / rows, count + 0.5 - 0.5 / rows)
    if chart["percent"]:
        plot.xlim(0, TOP + 10)
        plot.xticks(range(0, TOP + 1, 20))


def _rows(chart: dict[str, Any]) -> int:
    """The lines of the terminal that a name takes, one a bar: as many above its middle as below."""
    many = len(chart["series"])
    return many + 2 if many > 1 else 1


def _numbers(of: dict[str, Any]) -> list[float]:
    return [_value(each) for each in of["values"]]


def _value(printed: str) -> float:
    """A number as it is printed, «64,0»; where there was nobody to count nothing is drawn."""
    return value(printed) or 0.0


def _cut(name: str, room: int) -> str:
    return name if len(name) <= max(room, 1) else name[: max(room - 1, 0)] + "…"
