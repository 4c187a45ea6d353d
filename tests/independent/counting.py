"""Recomputing the figures of an analysis from the JSON export, with the standard library alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
HELD = ("in_progress", "draft")
CLOSED = ("done", "closed")
USUAL = (("09-01", "11-04"), ("11-10", "12-30"), ("01-12", "03-19"), ("03-29", "05-25"))


class Export:
    """The standing rows of an export, of one association and one school year."""

    def __init__(self, content: Row, association: str, first_year: int, today: dt.date) -> None:
        self.rows = {
            table: [row for row in rows if not row.get("deleted_at")] for table, rows in content["records"].items()
        }
        self.by_uid = {table: {row["uid"]: row for row in rows} for table, rows in self.rows.items()}
        named = [row for row in self.rows["association"] if association in ("", row["uid"], row["name_ky"])]
        self.association, self.year, self.today = named[0], first_year, today
        self.begins, self.ends = f"{first_year}-08-01", f"{first_year + 1}-07-31"
        self.until = max(self.begins, min(today.isoformat(), self.ends))

    def of(self, table: str, **wanted: Any) -> list[Row]:
        """The rows whose columns have these values."""
        return [row for row in self.rows[table] if all(row[name] == value for name, value in wanted.items())]

    def own(self, table: str) -> list[Row]:
        """The association's rows of the year."""
        return self.of(table, association=self.association["uid"], first_year=self.year)

    def within(self, day: str | None) -> bool:
        """Whether a day is in the year; an unknown one counts as in it."""
        return day is None or self.begins <= day <= self.ends

    def members(self) -> list[Row]:
        """Those who are members on the last day that is not to come."""
        return [
            row
            for row in self.of("member", association=self.association["uid"])
            if (row["since"] or "") <= self.until and (row["until"] or "9999") > self.until
        ]

    def ever(self) -> set[str]:
        """The persons who were members at any time of the year."""
        last = f"{self.year + 1}-08-01"
        return {
            row["person"]
            for row in self.of("member", association=self.association["uid"])
            if (row["since"] or "") < last and (row["until"] or "9999") > self.begins
        }

    def meetings(self) -> list[Row]:
        """The meetings that were held."""
        return sorted((row for row in self.own("meeting") if row["state"] in HELD), key=lambda row: row["number"])


# Writing


def number(value: Fraction | None, places: int = 1) -> str:
    """Half away from zero, with a decimal comma."""
    if value is None:
        return "–"
    whole = int(abs(value) * 10**places + Fraction(1, 2))
    text = f"{whole // 10**places},{whole % 10**places:0{places}}"
    return f"−{text}" if value < 0 and whole else text


def share(part: int, whole: int) -> Fraction | None:
    """A part in percent."""
    return Fraction(100 * part, whole) if whole else None


def signed(value: Fraction | None) -> str:
    """A change with its sign."""
    if value is None:
        return "–"
    text = number(value)
    return f"+{text}" if value > 0 and text.strip("0,") else text


# Meetings and tasks


def under(data: Export, table: str, meetings: Iterable[Row]) -> list[Row]:
    """The rows of some meetings."""
    uids = {row["uid"] for row in meetings}
    return [row for row in data.rows[table] if row["meeting"] in uids]


def _kept_late(data: Export, due: str, closed_on: str | None) -> bool:
    """Closed after its day, and not at the first meeting after it, which asked only whether it was done."""
    if not closed_on or closed_on <= due:
        return False
    meetings = data.of("meeting", association=data.association["uid"])
    held = [row["held_on"] for row in meetings if row["state"] in ("in_progress", "draft") and row["held_on"]]
    return bool(closed_on != min((day for day in held if day > due), default=None))


def tasks(data: Export) -> tuple[int, int, int, int]:
    """Decisions to be carried out: how many, done, done late, overdue."""
    found = done = late = overdue = 0
    asked = {row["decision"] for row in data.rows["decision_owner"]}
    for task in data.of("task", association=data.association["uid"]):
        decision = data.by_uid["decision"].get(task["decision"])
        item = data.by_uid["agenda_item"].get(decision["agenda_item"]) if decision else None
        meeting = data.by_uid["meeting"].get(decision["meeting"]) if decision else None
        if not (decision and item and meeting) or item["state"] == "parked" or meeting["state"] == "cancelled":
            continue
        due = task["deadline"] or decision["deadline"]
        owes = decision["deadline"] or decision["deadline_next_meeting"] or decision["uid"] in asked
        if not owes or not meeting["held_on"] or not data.within(meeting["held_on"]):
            continue
        if due is None and decision["deadline_next_meeting"]:
            others = data.of("meeting", association=data.association["uid"])
            later = [each["held_on"] for each in others if each["state"] != "cancelled" and each["held_on"]]
            due = min((day for day in later if day > meeting["held_on"]), default=None)
        found, closed = found + 1, task["state"] in CLOSED
        done += closed
        late += bool(closed and due and _kept_late(data, due, task["closed_on"]))
        overdue += bool(not closed and due and due < data.until)
    return found, done, late, overdue


# Marks


def rules(data: Export, year: int) -> Row:
    """The rules of a year: the newest stored up to it, else the usual."""
    usual: Row = {
        "scale": "5", "least_five": 9, "least_four": 7, "least_three": 5, "ungraded": "1,2,3", "weight_five": 100,
        "weight_four": 64, "weight_three": 36, "weight_two": 16, "weight_not_assessed": 7,
    }  # fmt: skip
    stored = [row for row in data.rows["quality_year"] if row["first_year"] <= year]
    return max(stored, key=lambda row: row["first_year"], default=usual)


def sheets(data: Export, year: int) -> list[Row]:
    """The mark sheets of a year whose teacher was a member, each with its class; without grades that have no marks."""
    other = Export({"records": data.rows}, data.association["uid"], year, data.today)
    there, left_out = other.ever(), {int(each) for each in rules(data, year)["ungraded"].split(",") if each.strip()}
    made = [row | {"class": data.by_uid["school_class"].get(row["school_class"])} for row in data.rows["mark_sheet"]]
    return [
        row for row in made
        if row["class"] and row["class"]["first_year"] == year and row["teacher"] in there
        and row["class"]["grade"] not in left_out
    ]  # fmt: skip


def levels(found: Iterable[Row], of: Row) -> list[int]:
    """Pupils with «5», «4», «3», «2», and not assessed."""
    least = (9, 7, 5) if of["scale"] == "5" else (of["least_five"], of["least_four"], of["least_three"])
    counted = [0, 0, 0, 0, 0]
    for row in found:
        for mark in range(1, 11):
            if of["scale"] == "5":
                at = {5: 0, 4: 1, 3: 2}.get(mark, 3)
            else:
                at = next((at for at, begins in enumerate(least) if mark >= begins), 3)
            counted[at] += row[f"mark_{mark}"] or 0
        counted[4] += row["not_assessed"]
    return counted


def mean(found: Iterable[Row]) -> Fraction | None:
    """The mean of the marks given."""
    marks = [(mark, row[f"mark_{mark}"] or 0) for row in found for mark in range(1, 11)]
    many = sum(pupils for _mark, pupils in marks)
    return Fraction(sum(mark * pupils for mark, pupils in marks), many) if many else None


def indicators(found: list[Row], of: Row) -> list[str]:
    """Pupils, pass rate, quality, СОУ, mean mark, as they are written."""
    five, four, three, two, absent = levels(found, of)
    whole = five + four + three + two + absent
    weights = [of[f"weight_{name}"] for name in ("five", "four", "three", "two", "not_assessed")]
    degree = sum(w * n for w, n in zip(weights, (five, four, three, two, absent), strict=True))
    return [
        str(whole), number(share(five + four + three, whole)), number(share(five + four, whole)),
        number(Fraction(degree, whole) if whole else None), number(mean(found), 2),
    ]  # fmt: skip


def quality(found: Iterable[Row], of: Row) -> Fraction | None:
    """The share of «5» and «4»."""
    counted = levels(found, of)
    return share(counted[0] + counted[1], sum(counted))


def newest(found: Iterable[Row]) -> tuple[str, int]:
    """The newest period with sheets: the year, else the last quarter or half."""
    known = {(row["period"], row["part"]) for row in found}
    if ("year", 0) in known:
        return "year", 0
    order = sorted(known, key=lambda of: (of[1] * (1 if of[0] == "quarter" else 2), of[0] == "quarter"))
    return order[-1] if order else ("quarter", 1)


def before(period: str, part: int, year: int) -> tuple[int, str, int]:
    """The period before."""
    if period == "year":
        return year - 1, "year", 0
    return (year, period, part - 1) if part > 1 else (year - 1, period, 4 if period == "quarter" else 2)


def groups(found: list[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    """Rows by a key."""
    made: dict[Any, list[Row]] = {}
    for row in found:
        made.setdefault(key(row), []).append(row)
    return made
