"""The lists of an analysis beside those of its marks: who works there, years, class results, tests, lessons, events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import counting
import planned
from counting import Export, Row, number, share
from tabled import Rows, periods

BANDS = ((0, 3), (4, 10), (11, 20), (21, 10**6))
LESSONS = ("open_lesson", "visit")
YEARS = 3
"""So many years are compared at most."""


def tables(data: Export) -> Iterator[Rows]:
    """Titles in both languages, rows, and which columns they are."""
    people = [data.by_uid["person"][row["person"]] for row in data.members()]
    yield "Категориясы боюнча", "По категориям", _shares(people, lambda row: row["category"]), (1, 2)
    yield "Педагогикалык стажы боюнча", "По педагогическому стажу", _shares(people, _band), (1, 2)
    yield "Билими боюнча", "По образованию", _shares(people, lambda row: row["education"].strip()), (1, 2)
    if len(years := _years(data)) > 1:
        yield "Жылдар боюнча сапат", "Качество по годам", years, (0, 1, 2, 3, 4)
    title = "Класстын сапаты (окуучунун бардык предметтери боюнча)", "Качество класса (по всем предметам ученика)"
    yield *title, _class_results(data), tuple(range(8))
    if len(tests := _tests(data)) > 1:
        yield "Предметтер боюнча текшерүү иштери", "Контрольные работы по предметам", tests, (1, 2, 3, 4)
    held = [row for row in _events(data) if row["state"] == "held"]
    lessons = [[str(len(_visitors(data, row)))] for row in held if row["kind"] == "open_lesson"]
    yield "Ачык сабактар", "Открытые уроки", lessons, (5,)
    who = Counter(
        (each["person"], each["guest"]) for row in held if row["kind"] == "visit" for each in _visitors(data, row)
    )
    yield "Сабактарга катышкандар", "Кто посещал уроки", [[str(count)] for count in who.values()], (1,)
    outside = [row for row in _events(data) if row["kind"] not in LESSONS]
    kinds = counting.groups(outside, lambda row: row["kind"]).values()
    counted = [[str(sum(row["state"] == "held" for row in some)), str(len(some))] for some in kinds]
    yield "Түрлөрү боюнча", "По видам", counted, (1, 2)
    taken = [["" if row["participants"] is None else str(row["participants"])] for row in held if row in outside]
    there = {row["person"] for row in data.members()}
    readers = counting.groups(data.rows["norm_reading"], lambda row: row["norm"])
    studied = [
        [str(len({each["person"] for each in readers.get(row["uid"], [])} & there)), str(len(there))]
        for row, day in _norms(data) if day and data.within(day)
    ]  # fmt: skip
    yield "Үйрөнүлгөн документтер", "Изученные документы", studied, (4, 5)
    yield "Өткөрүлгөн иш-чаралар", "Проведённые мероприятия", taken, (5,)


def charts(data: Export) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The plan by sections, subjects, years, tests by subjects."""
    if sections := planned.by_section(data):
        plan = "Пландын бөлүмдөр боюнча аткарылышы, %", "Выполнение плана по разделам, %"
        yield *plan, _points(sections, 3)
    now, _before, of, _old, _when = periods(data)
    subjects = counting.groups(now, lambda row: row["subject"].casefold()).values()
    lines = [line for line in (counting.indicators(some, of) for some in subjects) if line[0] != "0"]
    if len(lines) > 1:
        yield "Предметтер боюнча билим сапаты, %", "Качество знаний по предметам, %", _points(lines, 2)
    if len(years := _years(data)) > 1:
        yield "Жылдар салыштырылганда, %", "Сравнение по годам, %", _points(years, 2, 3)
    if len(tests := _tests(data)) > 1:
        title = "Предметтер боюнча текшерүү иштери, %", "Контрольные работы по предметам, %"
        yield *title, _points(tests, 2, 3)


def sentences(data: Export) -> Iterator[tuple[str, str, list[str]]]:
    """What is counted of the plan's course, of documents, of experience and of those who learn."""
    out = {row["uid"] for row in data.own("plan_line") if planned.said(data, row) == "cancelled"}
    moved = {row["plan_line"] for row in data.of("plan_change", kind="moved")}
    own = {row["uid"] for row in data.own("plan_line")}
    if count := len((moved & own) - out):
        yield "Башка мөөнөткө жылдырылганы:", "Перенесено на другой срок:", [str(count)]
    plans = data.own("calendar_plan")
    if plans:
        shown = [
            len(plans),
            *(sum(row[step] is not None for row in plans) for step in ("considered_on", "approved_on")),
        ]
        yield "Календардык-тематикалык", "Календарно-тематических", [str(each) for each in shown]
    steps = [row for row in data.rows["practice_step"] if row["done_on"] and data.within(row["done_on"])]
    if steps:
        kinds = Counter(row["stage"] for row in steps)
        shown = [len({row["practice"] for row in steps}), *(kinds[each] for each in ("study", "generalise", "spread"))]
        yield "Алдыңкы иш тажрыйба:", "Передовой опыт:", [str(each) for each in shown]
    yield from _learnt(data)


def _learnt(data: Export) -> Iterator[tuple[str, str, list[str]]]:
    """Documents, pairs of mentors, young teachers, topics of self-education, awards."""
    if known := _norms(data):
        studied = sum(bool(day) and data.within(day) for _row, day in known)
        yield "Нормативдик документтер:", "Нормативные документы:", [str(studied), str(len(known))]
    pairs = [row for row in _ours(data, "mentoring", "mentor", "novice") if _lasts(data, row)]
    people = [data.by_uid["person"][row["person"]] for row in data.members()]
    young = [row for row in people if row["service_teaching"] is not None and row["service_teaching"] <= BANDS[0][1]]
    topics = [
        row for row in _ours(data, "self_education", "person")
        if row["first_year"] <= data.year <= (row["last_year"] or data.year)
    ]  # fmt: skip
    known_on = [row["awarded_on"] or f"{row['year']}-12-31" for row in _ours(data, "award", "person")]
    awards = [day for day in known_on if data.begins <= day <= data.ends]
    for ky, ru, found in (
        ("Насаатчы – жаш адис жуптары:", "Пар наставников:", pairs),
        ("Жаш адистер:", "Молодых специалистов:", young),
        ("Өз билимин өркүндөтүү темалары:", "Тем самообразования:", topics),
        ("Алынган сыйлыктар:", "Получено наград:", awards),
    ):  # fmt: skip
        if found:
            yield ky, ru, [str(len(found))]


def _ours(data: Export, table: str, *people: str) -> list[Row]:
    """The rows of the association, and those of anybody who was ever a member."""
    ever = {row["person"] for row in data.of("member", association=data.association["uid"])}
    return [
        row for row in data.rows[table]
        if row["association"] == data.association["uid"] or ever & {row[name] for name in people}
    ]  # fmt: skip


def _lasts(data: Export, row: Row) -> bool:
    return (row["begins"] or "") <= data.until and (row["ends"] or "9999") >= data.begins


def _norms(data: Export) -> list[tuple[Row, str]]:
    """The documents of the year and those in force from before, each with the day of the meeting that studied it."""
    made = []
    for row in data.of("norm", association=data.association["uid"]):
        if row["first_year"] == data.year or (row["first_year"] < data.year and row["state"] == "in_force"):
            item = data.by_uid["agenda_item"].get(row["agenda_item"])
            of = data.by_uid["meeting"].get(item["meeting"]) if item and item["state"] != "parked" else None
            made.append((row, of["held_on"] if of and of["state"] in counting.HELD else ""))
    return made


def _shares(people: list[Row], key: Callable[[Row], object]) -> list[list[str]]:
    counted = Counter(key(row) for row in people)
    return [[str(count), number(share(count, len(people)))] for count in counted.values()]


def _band(person: Row) -> int | None:
    years = person["service_teaching"]
    return None if years is None else next(at for at, (first, last) in enumerate(BANDS) if first <= years <= last)


def _years(data: Export) -> list[list[str]]:
    """The newest period of this year and the same one of those before it: marks, pass rate, quality, mean."""
    *_rest, when = periods(data)
    lines = []
    for year in range(data.year - YEARS + 1, data.year + 1):
        found = [row for row in counting.sheets(data, year) if (row["period"], row["part"]) == when]
        if found:
            line = counting.indicators(found, counting.rules(data, year))
            lines.append([f"{year}-{year + 1}", *line[:3], line[4]])
    return lines


def _class_results(data: Export) -> list[list[str]]:
    """Of the classes with sheets in the newest period."""
    now, _before, _of, _old, when = periods(data)
    classes = {row["school_class"]: row["class"] for row in now}
    lines = []
    for row in data.rows["class_result"]:
        if row["school_class"] in classes and (row["period"], row["part"]) == when:
            of = classes[row["school_class"]]
            counts = [row[name] for name in ("listed", "all_five", "four_five", "one_four", "one_three", "failing")]
            good = None if None in counts[1:3] else counts[1] + counts[2]
            shown = ["–" if each is None else str(each) for each in counts]
            part = share(good, row["listed"]) if good is not None and row["listed"] else None
            lines.append([f"{of['grade']}-{of['letter']}", *shown, number(part)])
    return lines


def _tests(data: Export) -> list[list[str]]:
    """Of each subject: tests with results, who wrote, pass rate, quality."""
    marks = counting.groups(data.rows["control_test_mark"], lambda row: row["control_test"])
    found = [row for row in data.own("control_test") if row["state"] == "held" and marks.get(row["uid"])]
    lines = []
    for tests in counting.groups(found, lambda row: row["subject"].casefold()).values():
        wrote = passed = good = 0
        for test in tests:
            _best, four, three = (9, 7, 5) if test["scale"] == "10" else (5, 4, 3)
            for row in marks[test["uid"]]:
                wrote += row["pupils"]
                passed += row["pupils"] * (row["mark"] >= three)
                good += row["pupils"] * (row["mark"] >= four)
        lines.append([str(len(tests)), str(wrote), number(share(passed, wrote)), number(share(good, wrote))])
    return lines


def _events(data: Export) -> list[Row]:
    return [row for row in data.own("activity") if row["state"] != "cancelled" and data.within(row["held_on"])]


def _visitors(data: Export, of: Row) -> list[Row]:
    return data.of("activity_person", activity=of["uid"], role="visitor")


def _points(lines: list[list[str]], *columns: int) -> list[list[str]]:
    return [[line[at].replace(",", ".") for line in lines if line[at] != "–"] for at in columns]
