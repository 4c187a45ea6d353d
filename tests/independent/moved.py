"""The same pupils before and after primary school, by subject, as the export says."""

from __future__ import annotations

from collections.abc import Iterator

import counting
from counting import Export, Row, number, share, signed
from counting import Fraction as Share

LENGTHS = {"quarter": 1, "half": 2, "year": 4}


def rows(data: Export) -> list[list[str]]:
    """Of each subject of each cohort: classes, quality before, quality now, difference."""
    return [[classes, number(old), number(new), signed(moved)] for classes, old, new, moved in _subjects(data)]


def sentences(data: Export) -> Iterator[tuple[str, str, list[str]]]:
    """How many subjects there are, and how many fell by how much."""
    found = [moved for _classes, _old, _new, moved in _subjects(data)]
    if found:
        of = counting.rules(data, data.year)
        attention, alarm = of.get("attention", 5), of.get("alarm", 10)
        falls = [-moved for moved in found if moved is not None]
        counted = [sum(fall <= attention for fall in falls), sum(attention < fall <= alarm for fall in falls)]
        shown = [len(found), *counted, sum(fall > alarm for fall in falls)]
        yield "Салыштырылган предметтер:", "Сравнено предметов:", [str(each) for each in shown]


def _subjects(data: Export) -> Iterator[tuple[str, Share | None, Share | None, Share | None]]:
    for before, after in _pairs(data):
        old, new = _sheets(data, before), _sheets(data, after)
        for subject, earlier in old.items():
            later = new.get(subject, [])
            was, now = (
                _newest(data, some, year) for some, year in ((earlier, before["first_year"]), (later, data.year))
            )
            ours = {row["teacher"] for row in earlier} & _there(data, before["first_year"])
            if was is None or now is None or not (ours or {row["teacher"] for row in later} & _there(data, data.year)):
                continue
            yield f"{_name(before)} → {_name(after)}", was, now, _same(data, after, subject, now - was)


def _pairs(data: Export) -> Iterator[tuple[Row, Row]]:
    """Of each cohort in its first year after primary school its class before and now."""
    cohorts = counting.groups(data.rows["school_class"], lambda row: row["cohort"])
    for classes in cohorts.values():
        known = sorted((row for row in classes if row["first_year"] <= data.year), key=lambda row: row["first_year"])
        if len(known) > 1 and known[-1]["first_year"] == data.year:
            last = [counting.rules(data, row["first_year"]).get("last_primary", 4) for row in known[-2:]]
            if known[-1]["grade"] > last[1] and known[-2]["grade"] <= last[0]:
                yield known[-2], known[-1]


def _sheets(data: Export, of: Row) -> dict[str, list[Row]]:
    return counting.groups(data.of("mark_sheet", school_class=of["uid"]), lambda row: row["subject"].casefold())


def _newest(data: Export, found: list[Row], year: int) -> Share | None:
    """The quality in the period that ends last."""
    of = counting.rules(data, year)
    periods = counting.groups(found, lambda row: (row["period"], row["part"]))
    known = {when: counting.quality(some, of) for when, some in periods.items()}
    ends = [((when[1] or 1) * LENGTHS[when[0]], LENGTHS[when[0]], when) for when in known if known[when] is not None]
    return known[max(ends)[2]] if ends else None


def _same(data: Export, after: Row, subject: str, moved: Share) -> Share | None:
    """The difference of the same pupils where it was entered."""
    for row in data.own("transition"):
        counted = row["compared"], row["good_before"], row["good_after"]
        if row["cohort"] == after["cohort"] and row["subject"].casefold() == subject and None not in counted:
            old, new = share(row["good_before"], row["compared"]), share(row["good_after"], row["compared"])
            return new - old if old is not None and new is not None else moved
    return moved


def _there(data: Export, year: int) -> set[str]:
    return Export({"records": data.rows}, data.association["uid"], year, data.today).ever()


def _name(of: Row) -> str:
    return f"{of['grade']}-{of['letter']}"
