"""The tables and charts of an analysis as the export says they are."""

from __future__ import annotations

from collections.abc import Iterator

import counting
import moved
import planned
from counting import Export, Row, number, signed

Rows = tuple[str, str, list[list[str]], tuple[int, ...]]
"""A table's title in both languages, its rows, and which of its columns they are."""


def periods(data: Export) -> tuple[list[Row], list[Row], Row, Row, tuple[str, int]]:
    """The sheets of the newest period and of the one before, with the rules of both."""
    found = counting.sheets(data, data.year)
    when = counting.newest(found)
    year, period, part = counting.before(*when, data.year)
    earlier = found if year == data.year else counting.sheets(data, year)
    return (
        [row for row in found if (row["period"], row["part"]) == when],
        [row for row in earlier if (row["period"], row["part"]) == (period, part)],
        counting.rules(data, data.year), counting.rules(data, year), when,
    )  # fmt: skip


def tables(data: Export) -> Iterator[Rows]:
    """The tables of quality, of points, of the meetings."""
    now, earlier, of, old_of, _when = periods(data)

    def rows(key: str) -> list[list[str]]:
        made, old = (counting.groups(each, lambda row: _key(row, key)) for each in (now, earlier))
        lines = []
        for name, some in made.items():
            shown = counting.indicators(some, of)
            if shown[0] != "0":
                was, new = counting.quality(old.get(name, []), old_of), counting.quality(some, of)
                moved = signed(new - was) if was is not None and new is not None else "–"
                lines.append([_name(some[0], key), *shown, number(was), moved])
        return lines

    yield "Класстар боюнча сапат", "Качество по классам", rows("class"), tuple(range(8))
    yield "Предметтер боюнча сапат", "Качество по предметам", rows("subject"), tuple(range(8))
    quarters = [row for row in counting.sheets(data, data.year) if row["period"] == "quarter"]
    by_quarter = counting.groups(quarters, lambda row: f"{row['part']}-чейрек")
    if sum(_whole(each, of) for each in by_quarter.values()) > 1:
        yield "Чейректер боюнча сапат", "Качество по четвертям", _lines(data, by_quarter), (1, 2, 3, 4)
    yield "Текшерүү иштеринин жыйынтыгы", "Результаты контрольных работ", _tests(data), (0, 4, 5, 6, 7)
    yield "Отурумдар", "Заседания", [_meeting(data, row) for row in data.meetings()], (0, 2, 3, 4, 5)
    yield "Пландын бөлүмдөрү боюнча", "По разделам плана", planned.by_section(data), (0, 2, 3, 4)
    yield (
        "Башталгычтын акыркы жылы жана орто звено",
        "Последний год начальной школы и среднее звено",
        moved.rows(data),
        (*(0, 2, 3, 4),),
    )
    yield "Мезгилдер боюнча упайлар", "Баллы по периодам", _points(data), (1, 2, 3, 4, 5)


def _lines(data: Export, groups: dict[str, list[Row]]) -> list[list[str]]:
    """Marks, pass rate, quality and mean of groups of one year."""
    made = [counting.indicators(each, counting.rules(data, data.year)) for each in groups.values()]
    return [[*line[:3], line[4]] for line in made if line[0] != "0"]


def _tests(data: Export) -> list[list[str]]:
    """Class, who wrote, pass rate, quality and mean of every test with results."""
    marks = counting.groups(data.rows["control_test_mark"], lambda row: row["control_test"])
    lines = []
    for test in data.own("control_test"):
        given = {f"mark_{mark}": 0 for mark in range(1, 11)} | {
            f"mark_{row['mark']}": row["pupils"] for row in marks.get(test["uid"], [])
        }
        usual = counting.rules(data, 0) | {"scale": test["scale"]}
        shown = counting.indicators([given | {"not_assessed": 0}], usual)
        if test["state"] == "held" and marks.get(test["uid"]):
            lines.append([test["class_name"], *shown[:3], shown[4]])
    return lines


def _key(row: Row, key: str) -> str:
    return str(row["class"]["cohort"]) if key == "class" else str(row["subject"]).casefold()


def _name(row: Row, key: str) -> str:
    return f"{row['class']['grade']}-{row['class']['letter']}" if key == "class" else str(row["subject"])


def _meeting(data: Export, row: Row) -> list[str]:
    items = sum(each["state"] != "parked" for each in counting.under(data, "agenda_item", [row]))
    listed, decisions = counting.under(data, "attendance", [row]), counting.under(data, "decision", [row])
    there = sum(each["state"] != "absent" for each in listed)
    return [str(each) for each in (row["number"], items, there, len(listed), len(decisions))]


def _points(data: Export) -> list[list[str]]:
    """Of each evaluation: people, the sum of their points, the highest, the lowest, the fund in сом."""
    lines = []
    for period in sorted(data.own("evaluation"), key=lambda row: (row["begins"], row["ends"])):
        sums = [_sum(data, sheet) for sheet in data.of("evaluation_sheet", evaluation=period["uid"])]
        tenths = [counting.Fraction(each, 10) for each in (sum(sums), max(sums, default=0), min(sums, default=0))]
        shown = [number(each).removesuffix(",0") if sums else "–" for each in tenths]
        lines.append([str(len(sums)), *shown, "–" if period["fund"] is None else _som(period["fund"])])
    return lines


def _som(amount: int) -> str:
    return f"{amount // 100:,}".replace(",", "\xa0") + f",{amount % 100:02}"


WHO = ("commission", "association", "self")
"""Whose figure counts, the first that there is."""


def _sum(data: Export, sheet: Row) -> int:
    appealed = {row["criterion"]: row["new_points"] for row in data.of("appeal", evaluation_sheet=sheet["uid"])}
    total = 0
    for row in data.of("evaluation_point", evaluation_sheet=sheet["uid"]):
        given = [
            appealed.get(row["criterion"]),
            *(row[f"{who}_points"] for who in ("commission", "association", "self")),
        ]
        found = next((each for each in given if each is not None), None)
        total += 0 if row["not_applicable"] or found is None else found
    return total


def charts(data: Export) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Quality by classes and by quarters."""
    now, _earlier, of, _old, _when = periods(data)
    classes = [each for each in counting.groups(now, lambda row: _key(row, "class")).values() if _whole(each, of)]
    if len(classes) > 1:
        yield (
            "Класстар боюнча жетишүү жана билим сапаты, %", "Успеваемость и качество знаний по классам, %",
            _series(classes, of),
        )  # fmt: skip
    found = [row for row in counting.sheets(data, data.year) if row["period"] == "quarter"]
    quarters = [each for _part, each in sorted(counting.groups(found, lambda row: row["part"]).items())]
    known = [each for each in quarters if _whole(each, of)]
    if len(known) > 1:
        title = "Чейректер боюнча билим сапаты, %", "Качество знаний по четвертям, %"
        yield *title, _series(known, of)


def _whole(found: list[Row], of: Row) -> bool:
    return sum(counting.levels(found, of)) > 0


def _series(found: list[list[Row]], of: Row) -> list[list[str]]:
    lines = [counting.indicators(each, of) for each in found]
    return [[line[at].replace(",", ".") for line in lines] for at in (1, 2)]
