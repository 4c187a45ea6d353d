"""How much of the work plan was done, as the export says: lines, their proofs, meetings that prove lines themselves."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from counting import CLOSED, HELD, USUAL, Export, Row, number, share

NEAR = ("day", "span", "month")
LINKED = ("task", "activity", "control_test", "norm", "study")


def outcomes(data: Export) -> dict[str, tuple[Row, str, bool]]:
    """Planned line → its row, how it counts (done, partly, marked or nothing), and whether it was done late."""
    lines = [row for row in data.own("plan_line") if not row["unplanned"] and said(data, row) != "cancelled"]
    proofs = {row["uid"]: _proofs(data, row) for row in lines}
    for uid, day in _meetings(data, lines, proofs).items():
        proofs[uid].append((day, False))
    made = {}
    for row in lines:
        days = sorted(day for day, partly in proofs[row["uid"]] if not partly)
        word = said(data, row)
        outcome = "done" if days else "partly" if proofs[row["uid"]] else word if word in ("partly", "marked") else ""
        made[row["uid"]] = (row, outcome, bool(days) and days[0] > bounds(data, row)[1])
    return made


def sentences(data: Export) -> Iterator[tuple[str, str, list[str]]]:
    """The sentences of section 5."""
    found = list(outcomes(data).values())
    if found:
        done, partly, marked = (sum(of == code for _row, of, _late in found) for code in ("done", "partly", "marked"))
        late = sum(late for _row, _of, late in found)
        shown = [len(found), done, number(share(done, len(found))), late, partly, marked]
        yield "Пландалган иштер:", "Запланировано:", [str(each) for each in shown]
    own = data.own("plan_line")
    out = [row for row in own if said(data, row) == "cancelled"]
    apart = [row for row in own if row["unplanned"] and row not in out]
    for ky, ru, some in (("Пландан чыгарылганы:", "Исключено из плана:", out),
                         ("Пландан тышкары аткарылганы:", "Сверх плана:", apart)):  # fmt: skip
        if some:
            yield ky, ru, [str(len(some))]


def by_section(data: Export) -> list[list[str]]:
    """Of each section of the plan: its number, planned, done, share."""
    lines = []
    for section in data.of("plan_section", association=data.association["uid"]):
        own = [of for row, of, _late in outcomes(data).values() if row["section"] == section["uid"]]
        if own:
            done = own.count("done")
            lines.append([str(section["number"]), str(len(own)), str(done), number(share(done, len(own)))])
    return lines


def said(data: Export, line: Row) -> str:
    """The last thing noted about a line, but for moving it."""
    kinds = [row["kind"] for row in data.of("plan_change", plan_line=line["uid"]) if row["kind"] != "moved"]
    return kinds[-1] if kinds and kinds[-1] != "reopened" else ""


def bounds(data: Export, line: Row) -> tuple[str, str]:
    """The first and the last day of a line's term."""
    if line["term"] in ("day", "span"):
        return line["begins"], (line["ends"] if line["term"] == "span" else None) or line["begins"]
    if line["term"] == "month":
        year = data.year if line["month"] >= 8 else data.year + 1
        last = calendar.monthrange(year, line["month"])[1]
        return f"{year}-{line['month']:02}-01", f"{year}-{line['month']:02}-{last}"
    quarters = _quarters(data)
    if line["term"] == "quarter" and line["quarter"]:
        return quarters[line["quarter"] - 1]
    return quarters[0][0], quarters[-1][1]


def _quarters(data: Export) -> list[tuple[str, str]]:
    years = {row["uid"] for row in data.rows["school_year"] if row["first_year"] == data.year}
    stored = sorted(
        (row["number"], row["begins"], row["ends"]) for row in data.rows["quarter"] if row["school_year"] in years
    )
    usual = [tuple(f"{data.year + (day < '08')}-{day}" for day in span) for span in USUAL]
    return [(begins, ends) for _number, begins, ends in stored] or usual  # type: ignore[return-value]


def _proofs(data: Export, line: Row) -> list[tuple[str, bool]]:
    """The day of each proof that stands, and whether it does only a part."""
    found = []
    for proof in data.of("plan_proof", plan_line=line["uid"]):
        day = _day(data, proof)
        if day:
            found.append((day, bool(proof["partly"])))
    return found


def _day(data: Export, proof: Row) -> str:
    """The day on which the record behind a proof was done; nothing where it stands no more."""
    for table in LINKED:
        if proof[table]:
            row = data.by_uid[table].get(proof[table])
            return _of_record(data, table, row, proof) if row else ""
    if proof["agenda_item"] and proof["agenda_item"] not in data.by_uid["agenda_item"]:
        return ""
    meeting = data.by_uid["meeting"].get(proof["meeting"]) if proof["meeting"] else None
    return "" if proof["meeting"] and (meeting is None or meeting["state"] == "cancelled") else proof["done_on"]


def _of_record(data: Export, table: str, row: Row, proof: Row) -> str:
    if table == "task":
        return proof["done_on"] if row["state"] in CLOSED or proof["partly"] else ""
    if table == "norm":
        item = data.by_uid["agenda_item"].get(row["agenda_item"])
        meeting = data.by_uid["meeting"].get(item["meeting"]) if item else None
        return (meeting["held_on"] or proof["done_on"]) if meeting and meeting["state"] in HELD else ""
    if table == "study":
        return row["finished_on"] or ""
    day = row.get("ends_on") or row["held_on"] or proof["done_on"]
    return day if row["state"] == "held" else ""


def _meetings(data: Export, lines: list[Row], proofs: dict[str, list[tuple[str, bool]]]) -> dict[str, str]:
    """Lines that plan a meeting, with the day of the one that was held: the narrowest term takes it first."""
    planned = [row for row in lines if row["kind"] == "meeting"]
    ids = {row["uid"] for row in planned}
    taken = {row["meeting"] for row in data.rows["plan_proof"] if row["plan_line"] in ids and _day(data, row)}
    held = [
        row for row in sorted(data.own("meeting"), key=lambda row: (row["held_on"] or "", row["number"]))
        if row["state"] == "draft" and row["held_on"] and row["uid"] not in taken
    ]  # fmt: skip
    free = [row for row in planned if row["term"] in NEAR and not proofs[row["uid"]]]
    free.sort(key=lambda row: (_length(*bounds(data, row)), bounds(data, row)[0]))
    made: dict[str, tuple[str, str]] = {}
    for exact in (True, False):
        for row in free:
            first, last = bounds(data, row) if exact else (bounds(data, row)[0][:7], bounds(data, row)[1][:7] + "~")
            left = [each for each in held if each["uid"] not in {uid for uid, _day_of in made.values()}]
            found = next((each for each in left if first <= each["held_on"] <= last), None)
            if row["uid"] not in made and found:
                made[row["uid"]] = (found["uid"], found["held_on"])
    return {uid: day for uid, (_meeting, day) in made.items()}


def _length(first: str, last: str) -> int:
    days = [int(each[:4]) * 372 + int(each[5:7]) * 31 + int(each[8:]) for each in (first, last)]
    return days[1] - days[0]
