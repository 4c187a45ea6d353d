"""A chart on the screen: the numbers of the paper, told apart by signs alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from templates_docx import charts
from tests.tui.screens import app_on, text_of
from tui.screens.base import BirikmeScreen
from tui.widgets.chart import ChartView

TWO = {"1-чейрек": [Fraction(64), None, Fraction(30)], "2-чейрек": [Fraction(66), Fraction(100), Fraction(0)]}
NAMES = ["5-А", "5-Б", "Качкынбай кызы Н."]
DRAWN = (
    (charts.column("Сапат, %", NAMES, TWO), ("64,0", "100,0", "█\xa01-чейрек   ░\xa02-чейрек", "5-Б")),
    (charts.line("Сапат, %", NAMES, TWO), ("64,0", "●\xa01-чейрек   ■\xa02-чейрек", "66,0")),
    (charts.bar("Сапат, %", NAMES, {"1-чейрек": TWO["1-чейрек"]}), ("Качкынбай кызы Н.┤■", "30,0", "–")),
)


class AllCharts(BirikmeScreen):
    """Nothing but charts, one under the other."""

    def body(self) -> list[ChartView]:
        return [ChartView(chart) for chart, _expected in DRAWN]


async def test_charts_read_without_colours(tmp_path: Path) -> None:
    app = app_on(AllCharts, tmp_path, "ky")
    async with app.run_test(size=(80, 62)) as pilot:
        await pilot.pause()
        shown = text_of(app)
        starts = [at for at, line in enumerate(shown) if line.strip() == "Сапат, %"] + [60]
        for (_chart, expected), begin, end in zip(DRAWN, starts, starts[1:], strict=False):
            lines = shown[begin:end]
            assert all(any(each in line for line in lines) for each in expected), "\n".join(lines)
            assert all(len(line) <= 80 for line in lines)
