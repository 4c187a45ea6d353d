"""Two years in numbers, as a leader lives them: marks come in from Excel, a subject fell and is acted upon, a quarter
is evaluated, two are proposed to reward, the year is analysed.

Files come in by the command line, as hers would; what she does on the screens is done by the actions behind them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from db import appointments, calendar, connection, schools, tasks
from db.analysis import keeping, versions
from db.analysis.rows import Scope
from db.associations import save_association
from db.evaluations import appeals, closing, criteria, periods, points, reading, switches
from db.meetings import deciding, planning
from db.meetings.sheet import item_rows
from db.members import add_members, members
from db.plans import course, sections
from db.quality import acting, years
from db.quality.transition import transitions
from db.quality.transition_rows import TransitionRow
from db.rewards import proposals, suggesting
from db.rules.calendar import Span
from db.ties.reading import ties
from tests.conftest import TEACHERS
from tui import cli

YEAR, FUND = 2026, 10_000_001
"""The school year that is lived; 100 000,01 сом in тыйын."""
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
SEEN, MET, END = dt.date(2026, 11, 9), dt.date(2026, 11, 13), dt.date(2027, 6, 1)
"""When the first quarter is looked at, when the association meets about it, when the year is."""
CLASSES = tuple((grade, letter) for grade, letters in ((2, "АБВГД"), (3, "АБВГД"), (4, "АБ")) for letter in letters)
"""The twelve classes of the year before; a year later each has the next number."""
SUBJECTS = ("математика", "кыргыз тили", "орус тили")
MIDDLE = ("Ибраимов Нурбек Талантович", "Сатарова Айгүл Бековна", "Ким Елена Сергеевна")
"""Who teaches the three subjects above primary school: no members."""
HEAD = ("Окуу жылы", "Класс", "Предмет", "Мугалим", "Чейрек", "Тизмеде", "5", "4", "3", "2", "н/а")
FALLEN = ("5-А", "математика")


def goods(place: int, subject: int, first_year: int, part: int) -> int:
    """How many of the 25 pupils of a class have «4» or «5»: 12 to 16, one more in the second half of a year.

    Mathematics of 5-А fell from 15 to 9, and rose to 13 after it was acted upon.
    """
    if first_year == YEAR and (CLASSES[place][0] + 1, CLASSES[place][1], subject) == (5, "А", 0):
        return 9 if part == 1 else 13
    return 12 + (place + 2 * subject) % 4 + (part in (0, 3, 4)) * (first_year == YEAR - 1 or place % 2)


def rows(first_year: int, parts: tuple[int, ...]) -> list[tuple[object, ...]]:
    """The rows of a workbook; part 0 is the year's marks."""
    made: list[tuple[object, ...]] = []
    for place, (grade, letter) in enumerate(CLASSES):
        now = grade + first_year - YEAR + 1
        for subject, name in enumerate(SUBJECTS):
            teacher = MIDDLE[subject] if now > 4 else TEACHERS[place].rsplit(" ", 1)[0]
            for part in parts:
                good, failed = goods(place, subject, first_year, part), (place + subject + part) % 3 == 0
                marks = (good // 3, good - good // 3, 25 - good - failed, int(failed), 0)
                period = f"{part}-чейрек" if part else "жыл"
                made.append((f"{first_year}-{first_year + 1}", f"{now}-{letter}", name, teacher, period, 25, *marks))
    return made


def write(path: Path, lines: list[tuple[object, ...]]) -> Path:
    """An Excel file as a school has it."""
    book = Workbook()
    for line in (HEAD, *lines):
        book.active.append(line)
    book.save(path)
    return path


@dataclass
class Story:
    """What was made, by ids, and what was seen on the way."""

    folder: Path
    association_id: int
    people: list[int]
    flagged: list[TransitionRow] = field(default_factory=list)
    acted: int = 0
    meeting: int = 0
    decision_task: int = 0
    made: dict[str, int] = field(default_factory=dict)
    """What was made of the flag: table → id."""
    evaluation: int = 0
    appealed: list[int] = field(default_factory=list)
    rewards: list[int] = field(default_factory=list)

    def command(self, *words: object) -> int:
        """Run a command as if from a shell; the store is at rest meanwhile. Returns its exit status."""
        connection.fold_log()
        connection.close()
        try:
            return cli.run(["--data", str(self.folder), *map(str, words)])
        finally:
            connection.open_for_writing(self.folder)

    @property
    def scope(self) -> Scope:
        """The analysis of the year."""
        return Scope(self.association_id, YEAR, 0, END)


def live(folder: Path) -> Story:
    """Live the story in an opened store with nothing in it."""
    names = {"name_ky": "№ 7 жалпы билим берүүчү мектеп", "name_ru": "Общеобразовательная школа № 7"}
    school = schools.save_school(director="А. Т. Осмонов", head_of_studies="Г. Т. Эсенова", **names).value
    named = {"name_ky": "Башталгыч класстардын усулдук бирикмеси", "name_ru": "МО начальных классов"}
    made = save_association(None, school_id=school, **named).value
    add_members(made, TEACHERS)
    of = Story(folder, made, [each.person_id for each in members(made)])
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    appointments.appoint(made, "leader", of.people[1], since=dt.date(2026, 8, 1))
    years.change_rules(school, YEAR - 1, years.YearRules(ungraded=frozenset({1})))
    bring_in(of, write(folder.parent / "before.xlsx", rows(YEAR - 1, (1, 2, 3, 4, 0)) + rows(YEAR, (1,))))
    act(of)
    evaluate(of)
    bring_in(of, write(folder.parent / "after.xlsx", rows(YEAR, (1, 2, 3, 4, 0))))
    reward(of)
    analyse(of)
    return of


def bring_in(of: Story, path: Path) -> None:
    """A workbook of marks by the command line."""
    assert of.command("import", "marks", path) == 0


def act(of: Story) -> None:
    """The flag becomes a question, a task and a line of the plan; the meeting decides; task and line are done."""
    of.flagged = [each for each in transitions(of.association_id, YEAR) if each.flag != "ok"]
    row = of.flagged[0]
    of.meeting = planning.plan(of.association_id, MET, "14:00", "№ 12 кабинет").value
    section = sections.save_section(None, of.association_id, "Билим сапаты", "Качество знаний").value
    todo, line = "Кошумча сабактар өтүлсүн", (section, "5-А: кошумча сабактар", {"first_year": YEAR})
    plan = acting.Plan((of.meeting, "5-А классынын математикасы жөнүндө"), (todo, [of.people[2]], None), line)
    of.acted = acting.act(of.association_id, row.cohort_id, row.subject, YEAR, plan, SEEN).value
    planning.start(of.meeting, "14:05")
    item = item_rows(of.meeting)[0].id
    deciding.add_decision(item, "Башталгычтын мугалими 5-Ада үч сабак өтсүн.", [of.people[1]], dt.date(2026, 12, 1))
    deciding.vote_unanimously(item)
    planning.end(of.meeting, "15:00")
    of.decision_task = tasks.of_meeting(of.meeting)[0].id
    of.made = {each.table: each.row_id for each in ties("transition", of.acted).came_of}
    for task in (of.decision_task, of.made["task"]):
        tasks.set_state(task, "done", dt.date(2026, 11, 30))
    course.prove(of.made["plan_line"], dt.date(2026, 11, 30), task_id=of.made["task"])


def evaluate(of: Story) -> None:
    """The first quarter by the usual criteria: proposed, confirmed, announced, two appeals, the fund shared, closed."""
    for name, value in (("commission", True), ("appeal_days", 5), ("ranks", True), ("fund", True)):
        switches.switch(of.association_id, name, value)
    version = criteria.ensure_default(of.association_id).value
    criteria.adopt(version, "Педагогикалык кеңеш", dt.date(2026, 9, 1))
    of.evaluation = periods.open_period(of.association_id, YEAR, "quarter", 1).value
    periods.advance(of.evaluation)
    for sheet in reading.sheets(of.evaluation):
        points.confirm(sheet.row.id)
    periods.change(of.evaluation, meeting_id=of.meeting)
    periods.set_fund(of.evaluation, FUND)
    periods.advance(of.evaluation)
    announced = dt.date(2026, 11, 16)
    periods.advance(of.evaluation, commission_number="2", commission_on=announced, announced_on=announced)
    for sheet, outcome in zip(reading.sheets(of.evaluation)[3:5], ("granted", "rejected"), strict=True):
        line = next(each for each in sheet.lines if each.asked.rule == "level" and (each.final or 0) < each.asked.most)
        filed = appeals.file_appeal(sheet.row.id, announced, "Иш эсепке алынган жок", line.asked.id).value
        changed = line.asked.most if outcome == "granted" else None
        appeals.answer(filed, outcome, "Каралды", announced + dt.timedelta(days=2), changed, "3")
        of.appealed.append(filed)
    closing.close(of.evaluation, dt.date(2026, 11, 24), "41")


def reward(of: Story) -> None:
    """The two whom the program suggests first are proposed; the council grants one."""
    asked = planning.plan(of.association_id, dt.date(2027, 5, 20), "14:00").value
    for each in suggesting.suggestions(of.association_id, YEAR, END)[:2]:
        made = proposals.add(of.association_id, YEAR, each.person_id, award="Ардак грамота", grounds="Сапаты жогору")
        proposals.put_on_agenda(made.value, asked, "Сыйлоого сунуштоо жөнүндө")
        of.rewards.append(made.value)
    planning.start(asked, "14:00")
    planning.end(asked, "14:30")
    for each in of.rewards:
        proposals.propose(each, dt.date(2027, 5, 21))
    proposals.resolve(of.rewards[0], "granted", "6", dt.date(2027, 5, 28), "Сыйлансын")


def analyse(of: Story) -> None:
    """She writes what no record can say, and keeps the analysis as its first version."""
    for number in (2, 15, 16, 17):
        keeping.write(of.scope, number, f"{number}-бөлүм: жетекчинин сөзү.", "")
    assert versions.keep(of.scope).value == 1
