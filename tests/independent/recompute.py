"""Recomputes the figures of an analysis from the JSON export and compares them with what its Word file says.

    python recompute.py EXPORT.json ANALYSIS.docx [--year 2026] [--today 2027-06-01] [--association NAME]

Nothing of the program is imported: only the standard library reads both files. Differences are listed; exit status 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import counting
import listed
import moved
import planned
from counting import Export, number, share, signed
from paper import Said, read
from tabled import charts, periods, tables

NUMBER = re.compile(r"(?<!\w)[+−]?\d+(?:,\d+)?")
Sentence = tuple[str, str, list[str]]
"""How a sentence begins in Kyrgyz and in Russian, and its numbers."""


def staff(data: Export) -> Iterator[Sentence]:
    """Sections 1 and 3."""
    people = [data.by_uid["person"][row["person"]] for row in data.members()]
    served = [row["service_teaching"] for row in people if row["service_teaching"] is not None]
    yield "Бирикменин мүчөлөрү:", "Членов методического объединения:", [str(len(people))]
    yield "Мугалимдердин саны:", "Учителей:", [str(len(people))]
    if served:
        mean = number(counting.Fraction(sum(served), len(served)))
        young = sum(years <= 3 for years in served)
        yield "Орточо педагогикалык стаж:", "Средний педагогический стаж:", [mean, str(len(served))]
        yield "Жаш адистер (стажы", "Молодых специалистов (стаж", ["3", str(young)]


def meetings(data: Export) -> Iterator[Sentence]:
    """Section 4."""
    held = data.meetings()
    yield "Отурумдар: өткөрүлгөнү", "Заседания: проведено", [str(len(held)), str(data.association["meetings_a_year"])]
    if held:
        items = [row for row in counting.under(data, "agenda_item", held) if row["state"] != "parked"]
        decisions, listed = counting.under(data, "decision", held), counting.under(data, "attendance", held)
        there = sum(row["state"] != "absent" for row in listed)
        yield "Каралган маселелер:", "Рассмотрено вопросов:", [str(len(items)), str(len(decisions))]
        shown = [number(share(there, len(listed))), str(there), str(len(listed))]
        yield "Отурумдарга катышуу:", "Посещаемость заседаний:", shown
    count, done, late, overdue = counting.tasks(data)
    if count:
        shown = [count, done, number(share(done, count)), late, count - done, overdue]
        yield "Аткарылууга тийиш чечимдер:", "Решений к исполнению:", [str(each) for each in shown]


def quality(data: Export) -> Iterator[Sentence]:
    """Section 7, the sentences."""
    now, earlier, of, old_of, when = periods(data)
    if not sum(counting.levels(now, of)):
        return
    five, four, three, two, absent = counting.levels(now, of)
    prefix = ["Жыл", "Год"] if when[0] == "year" else [f"{when[1]}-", f"{when[1]} "]
    shown = [*([str(when[1])] if when[0] != "year" else []), *counting.indicators(now, of)]
    marks = ["5", str(five), "4", str(four), "3", str(three), "2", str(two), str(absent)]
    yield f"{prefix[0]}чейрек: эсепке" if when[1] else "Жыл: эсепке", f"{prefix[1]}", shown
    yield "«5» –", "«5» –", marks
    if (old := counting.quality(earlier, old_of)) is not None:
        new = counting.quality(now, of)
        moved = new - old if new is not None else None
        yield "Өткөн мезгилдеги билим сапаты", "Качество за прошлый период", [number(old), signed(moved)]


def tests(data: Export) -> Iterator[Sentence]:
    """Section 8."""
    found = [row for row in data.own("control_test") if row["state"] != "cancelled"]
    if not found:
        return
    marks = counting.groups(data.rows["control_test_mark"], lambda row: row["control_test"])
    held = [row for row in found if row["state"] == "held"]
    known = [row for row in held if marks.get(row["uid"])]
    yield "Текшерүү иштери: өткөрүлгөнү", "Контрольные работы: проведено", [
        str(len(each)) for each in (held, found, known)
    ]  # fmt: skip
    if known:
        pupils = {"5": [0, 0, 0], "10": [0, 0, 0]}
        for test in known:
            for row in marks[test["uid"]]:
                best, good, passing = (9, 7, 5) if test["scale"] == "10" else (5, 4, 3)
                of = pupils[test["scale"]]
                of[0] += row["pupils"]
                of[1] += row["pupils"] * (row["mark"] >= passing)
                of[2] += row["pupils"] * (row["mark"] >= good)
                assert best > good
        wrote, passed, good = (pupils["5"][at] + pupils["10"][at] for at in range(3))
        yield "Жазганы:", "Писали:", [str(wrote), number(share(passed, wrote)), number(share(good, wrote))]


def work(data: Export) -> Iterator[Sentence]:
    """Sections 10 to 14: what is counted."""
    events = [row for row in data.own("activity") if row["state"] != "cancelled" and data.within(row["held_on"])]
    lessons = [row for row in events if row["kind"] == "open_lesson"]
    visits = [row for row in events if row["kind"] == "visit" and row["state"] == "held"]
    held = [row for row in lessons if row["state"] == "held"]
    if lessons or any(row["kind"] == "visit" for row in events):
        seen = {row["activity"] for row in data.rows["observation"]}
        analysed = sum(row["uid"] in seen for row in (*held, *visits))
        yield "Ачык сабактар: өткөрүлгөнү", "Открытые уроки: проведено", [str(len(held)), str(len(lessons))]
        yield "Өз ара катышылган сабактар:", "Взаимно посещено уроков:", [str(len(visits))]
        yield "Талданган сабактар:", "Проанализировано уроков:", [str(analysed), str(len(held) + len(visits))]
    outside = [row for row in events if row["kind"] not in ("open_lesson", "visit")]
    done = [row for row in outside if row["state"] == "held"]
    if outside:
        yield "Класстан тышкаркы иштер:", "Внеклассная работа:", [str(len(done)), str(len(outside))]
        if pupils := sum(row["participants"] or 0 for row in done):
            yield "Катышкан окуучулар:", "Участвовало учащихся:", [str(pupils)]
        uids = {row["uid"] for row in done}
        if won := sum(row["activity"] in uids for row in data.rows["activity_result"]):
            yield "Олимпиадалар менен сынактардагы", "Результатов олимпиад", [str(won)]
    yield from _grown(data)


def _grown(data: Export) -> Iterator[Sentence]:
    ever = {row["person"] for row in data.of("member", association=data.association["uid"])}
    there = {row["person"] for row in data.members()}
    courses = [
        row for row in data.rows["course"]
        if (row["association"] == data.association["uid"] or row["person"] in ever)
        and (day := row["certified_on"] or row["ends"] or row["begins"]) and data.within(day)
    ]  # fmt: skip
    if courses:
        people = len({row["person"] for row in courses} & there)
        hours = sum(row["hours"] or 0 for row in courses)
        shown = [len(courses), hours, people, len(there), number(share(people, len(there)))]
        yield "Курстар:", "Курсов:", [str(each) for each in shown]
    rewards = [row for row in data.own("reward") if data.within(row["proposed_on"])]
    if rewards:
        granted = sum(row["state"] == "granted" for row in rewards)
        yield "Сыйлоо сунуштары:", "Представлений к награждению:", [str(len(rewards)), str(granted)]
    periods = [row for row in data.own("evaluation") if data.within(row["ends"])]
    if periods:
        closed = sum(_locked(data, row["uid"]) for row in periods)
        yield "Дем берүүчү эмгек акы үчүн", "Оцениваний для стимулирующей", [str(len(periods)), str(closed)]


def _locked(data: Export, uid: str) -> bool:
    locks = data.of("evaluation_lock", evaluation=uid)
    return bool(locks and locks[-1]["locked"])


PARTS = (staff, meetings, planned.sentences, quality, tests, moved.sentences, work, listed.sentences)


def differences(data: Export, said: Said) -> Iterator[str]:
    """Every figure that the paper does not say as it was recomputed."""
    russian = any(line.startswith("Членов методического") for line in said["lines"])
    for ky, ru, shown in (each for part in PARTS for each in part(data)):
        begins = ru if russian else ky
        lines = [NUMBER.findall(line) for line in said["lines"] if line.replace("\xa0", " ").startswith(begins)]
        if shown not in lines:
            yield f"{begins} … {shown}: the paper has {lines or 'no such sentence'}"
    for ky, ru, rows, columns in (*tables(data), *listed.tables(data)):
        title = ru if russian else ky
        found = [[row[at] for at in columns] for row in said["tables"].get(title, [])]
        if sorted(found) != sorted(rows):
            yield f"{title}: {[each for each in rows if each not in found]} against {found}"
    drawn = {(ru if russian else ky): series for ky, ru, series in (*charts(data), *listed.charts(data))}
    yield from (f"{title}: nothing to draw" for title in said["charts"].keys() - drawn.keys())
    for title, series in drawn.items():
        if said["charts"].get(title) is None or sorted(_pairs(said["charts"][title])) != sorted(_pairs(series)):
            yield f"{title}: {series} against {said['charts'].get(title)}"


def _pairs(series: Iterable[list[str]]) -> list[tuple[float, ...]]:
    return [tuple(float(each) for each in point) for point in zip(*series, strict=True)]


def main() -> int:
    """Compare; returns the exit status."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("export", type=Path)
    reader.add_argument("paper", type=Path)
    reader.add_argument("--year", type=int, default=2026)
    reader.add_argument("--today", type=dt.date.fromisoformat, default=dt.date.today())
    reader.add_argument("--association", default="")
    given = reader.parse_args()
    content = json.loads(given.export.read_text(encoding="utf-8"))
    data = Export(content, given.association, given.year, given.today)
    found = list(differences(data, read(given.paper)))
    print("\n".join(found) or "every figure is the same")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
