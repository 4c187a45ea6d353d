"""Every paper of the year on a lived-through quarter: read back, each required field with its record's value.

The fields are those of DOMAIN.md sections 6 and 12; figures are counted again here, from the records.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from db import calendar, connection, staffing, tasks
from db.associations import save_association
from db.control_tests import reading as tests_reading
from db.events import activities, results
from db.journal import reading as journal_reading
from db.members import add_members
from db.norms import studying
from db.observations import sheets
from db.plans.lines import lines as plan_lines
from db.plans.sections import sections
from db.schools import save_school
from templates_docx import folder_files
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import DOCUMENTS, Selection, make, print_paper
from tests import lived
from tests.conftest import TEACHERS

HERE = Path(__file__).parent
LANGUAGES: tuple[PaperLanguage, ...] = ("ky", "ru")
HEAD = {
    "ky": ("№ 7 жалпы билим берүүчү мектеп", "Башталгыч класстардын усулдук бирикмеси", "УБ жетекчиси:"),
    "ru": ("Общеобразовательная школа № 7", "МО начальных классов", "Руководитель МО:"),
}


def table_of(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[cell.replace("⏎", "\n") for cell in line.split("\t")] for line in lines]


FIELDS = table_of("year_papers.tsv")
"""Document, Kyrgyz label, Russian label, value, Russian value where it is another; no label: it stands alone."""
EMPTY = table_of("year_papers_empty.tsv")
"""Document and what it says where there is nothing, in both languages."""
IDS = [document for document, *_said in EMPTY]


@dataclass(frozen=True)
class Read:
    """A paper read back: its lines, and its tables as rows of cells."""

    lines: list[str]
    tables: list[list[list[str]]]

    def under(self, label: str) -> list[str]:
        """What stands in the columns of this name, in the row beside it, and after it or right below."""
        found = []
        for table in self.tables:
            places = [place for place, cell in enumerate(table[0]) if cell == label]
            found += [row[place] for row in table[1:] for place in places if place < len(row)]
            found += [row[1] for row in table if len(row) == 2 and row[0] == label]
            found += [cell for row in table for cell in row if cell.startswith(f"{label}\n")]
        for place, line in enumerate(self.lines):
            if line.startswith(label):
                found += [line.removeprefix(label), "\n".join(self.lines[place + 1 : place + 2])]
        return found


@dataclass(frozen=True)
class World:
    """The quarter that was lived through, another association in which nothing was, and their papers."""

    quarter: lived.Quarter
    empty: int
    printed: Callable[..., Read]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, _empty_store: Path) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("lived") / "data"
    folder.mkdir()
    shutil.copy(_empty_store, connection.path_of(folder))
    connection.open_for_writing(folder)
    names = {"name_ky": HEAD["ky"][1], "name_ru": HEAD["ru"][1]}
    school = save_school(name_ky=HEAD["ky"][0], name_ru=HEAD["ru"][0]).value
    association = save_association(None, school_id=school, **names).value
    empty = save_association(None, school_id=school, name_ky="Бош бирикме", name_ru="Пустое МО").value
    add_members(association, TEACHERS)
    quarter = lived.live(association)
    fill_in(quarter)
    yield World(quarter, empty, printing(quarter))
    connection.close()


def fill_in(of: lived.Quarter) -> None:
    """What the quarter leaves open and a paper has a field for."""
    event = activities.activities(of.association_id, lived.YEAR, kinds=("subject_event",))[-1].id
    activities.change_activity(
        event, form="оюн", level="school", aim="Тез эсептөө", tasks="Баары катышат", participants=25, starts="13:00",
        room="спорт зал", course="Эки топ жарышты", results="«Алгыр» тобу жеңди", conclusion="Дагы өткөрүлсүн",
    )  # fmt: skip
    results.save_result(None, event, "pupil", name="Асылбекова Айдана", class_name="3-А", award="китеп")
    activities.change_activity(of.lessons[0], form="Жаңы билим")
    sheets.change_sheet(of.sheets[0], developing_aim="Салыштырат", upbringing_aim="Достошот")


def printing(of: lived.Quarter) -> Callable[..., Read]:
    chosen = {
        "observation": {"record_id": of.sheets[0]},
        "plan-month": {"month": 10},
        "plan-quarter": {"quarter": 1},
        "test-schedule": {"quarter": 1},
    }

    @cache
    def printed(document: str, paper: PaperLanguage, association: int = of.association_id) -> Read:
        more = chosen.get(document, {})
        if association != of.association_id:
            more = {key: value for key, value in more.items() if key != "record_id"}
        selection = Selection(association, first_year=lived.YEAR, today=lived.END, **more)
        return read_back(print_paper(make(document, selection, paper)))

    return printed


def read_back(paper: bytes) -> Read:
    read = Read([], [])
    for block in Document(BytesIO(paper)).iter_inner_content():
        if isinstance(block, Table):
            read.tables.append([[cell.text for cell in row.cells] for row in block.rows])
        else:
            read.lines.append(block.text)
    return read


def everything(of: Read) -> str:
    return "\n".join([*of.lines, *(cell for table in of.tables for row in table for cell in row)])


def test_every_document_of_the_year_is_held_here() -> None:
    before = {"protocol", "protocol-short", "extract", "agenda", "decisions", "protocol-journal", "members"}
    other = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py") if path != Path(__file__))
    tried = {each for each in DOCUMENTS if f'"{each}"' in other}  # on marks, people and evaluations of their own
    assert DOCUMENTS.keys() - before - tried - set(IDS) == set()
    assert set(IDS) == {document for document, *_field in FIELDS}


@pytest.mark.parametrize("paper", LANGUAGES)
@pytest.mark.parametrize("document", IDS)
def test_every_field_has_the_record_s_value(world: World, document: str, paper: PaperLanguage) -> None:
    read = world.printed(document, paper)
    missing = []
    for _document, ky, ru, value, russian in (each for each in FIELDS if each[0] == document):
        label, wanted = (ru, russian or value) if paper == "ru" else (ky, value)
        stands = read.under(label) if label else [everything(read)]
        if not any(wanted in each for each in stands):
            missing.append((label, wanted, stands))
    assert not missing
    assert [each for each in HEAD[paper][:2] if each not in read.lines] == []
    assert any("Г. М. Асанова" in line for line in read.lines[-3:])
    assert not any(sign in everything(read) for sign in ("None", "{{", "{%", "-1"))


@pytest.mark.parametrize("paper", LANGUAGES)
@pytest.mark.parametrize("said", EMPTY, ids=IDS)
def test_an_empty_year_says_that_there_is_nothing(world: World, said: list[str], paper: PaperLanguage) -> None:
    document, ky, ru = said
    read = world.printed(document, paper, world.empty)
    wanted = ru if paper == "ru" else ky
    assert wanted in everything(read) if document == "folder" else wanted in read.lines
    assert read.lines[-1].startswith(HEAD[paper][2])


@pytest.mark.parametrize("paper", LANGUAGES)
def test_plan_against_fact_counts_the_lines(world: World, paper: PaperLanguage) -> None:
    of = world.quarter.association_id
    lines = [line for line in plan_lines(of, lived.YEAR, lived.END) if line.state != "cancelled"]
    done = {"done_in_time", "done_late"}

    def figure(of_these: list[bool]) -> str:
        return f"{sum(of_these)}/{len(of_these)}" if of_these else ""

    head, *rows = world.printed("plan-fact", paper).tables[0]
    by_number = {row[0]: row for row in rows if row[0]}
    for section in sections(of):
        states = [line.state in done for line in lines if line.section_id == section.id]
        assert by_number[str(section.number)][-1] == figure(states)
    months = {**{month: month - 6 for month in range(8, 13)}, **{month: month + 6 for month in range(1, 8)}}
    for month, place in months.items():
        states = [line.state in done for line in lines if line.term != "year" and line.last.month == month]
        assert rows[-1][place] == figure(states), head[place]
    assert rows[-1][-2] == figure([line.state in done for line in lines if line.term == "year"])
    assert rows[-1][-1] == figure([line.state in done for line in lines]) == "3/68"
    assert world.quarter.planned == 68


@pytest.mark.parametrize("paper", LANGUAGES)
def test_the_indicators_of_a_test_are_those_of_its_marks(world: World, paper: PaperLanguage) -> None:
    work = tests_reading.work(world.quarter.tests[0])
    marks = dict(work.marks)
    assert (marks, work.listed, work.wrote) == ({5: 6, 4: 10, 3: 8, 2: 2}, 28, 26)
    row = world.printed("tests", paper).tables[0][1]
    passed, good = (100 * sum(marks[mark] for mark in of) / 26 for of in ((5, 4, 3), (5, 4)))
    mean = sum(mark * count for mark, count in marks.items()) / 26
    assert row[6:13] == ["6", "10", "8", "2", *(f"{each:.1f}".replace(".", ",") for each in (passed, good)), "3,77"]
    assert f"{mean:.2f}" == "3.77"
    [missed] = [each for each in work.requirements if each.mastered / 26 < 0.6]
    assert world.printed("tests", paper).tables[1][1][3:6] == [missed.text, f"{missed.mastered} / 26", "42,3"]


@pytest.mark.parametrize("paper", LANGUAGES)
def test_rows_are_as_many_as_the_records(world: World, paper: PaperLanguage) -> None:
    of = world.quarter.association_id
    found = {document: world.printed(document, paper).tables[0][1:] for document in IDS if document != "letter"
             and world.printed(document, paper).tables}  # fmt: skip
    wanted = journal_reading.Wanted()
    entries = journal_reading.of_year(of, lived.YEAR, wanted, 500)
    assert [row[1] for row in found["journal"]] == [f"{each.day:%d.%m.%Y}" for each in entries]
    assert [row[4] for row in found["journal"]] == [each.classes for each in entries]
    held = activities.activities(of, lived.YEAR)
    assert len(found["open-lessons"]) == sum(each.kind == "open_lesson" for each in held) == 3
    assert len(found["visits"]) == sum(each.kind == "visit" for each in held) == 1
    assert len(found["calendar-plans"]) == len(world.quarter.calendar_plans) == 4
    assert len(found["acquaintance"]) == len(studying.readers(world.quarter.norm, lived.END)) == 12
    assert len(found["staffing"]) == len(staffing.vacancies(of, lived.YEAR)) == 1
    slips = world.printed("tasks", paper).tables
    owed = [(each.text, owner) for each in tasks.tasks(of, lived.END) for owner in each.owners]
    assert sum(len(table) - 1 for table in slips) == len(owed)
    ends = calendar.school_year(lived.YEAR).quarters[0].ends
    works = [each for each in tests_reading.works(of, lived.YEAR) if each.held_on and each.held_on <= ends]
    assert sum(row[0].isdigit() for row in found["test-schedule"]) == len(works) == 2


@pytest.mark.parametrize("paper", LANGUAGES)
def test_the_folder_lists_the_files_that_are_made(world: World, paper: PaperLanguage, tmp_path: Path) -> None:
    selection = Selection(world.quarter.association_id, first_year=lived.YEAR, today=dt.date(2026, 11, 8))
    made = folder_files.make(selection, paper, tmp_path / "папка", lambda *_progress: None, lambda: False)
    assert made is not None
    assert made.failed == ()
    names = sorted(path.name for path in made.path.iterdir())
    rows = world.printed("folder", paper).tables[0][1:]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 21)]
    listed = [name for row in rows for name in row[2].splitlines()]
    assert sorted(f"{name}.docx" for name in listed) == names[1:]
    assert all(name[:2] == row[0].zfill(2) for row in rows for name in row[2].splitlines())
    assert all((made.path / name).stat().st_size > 4_000 for name in names)
    assert not any(set(name) & set('<>:"/\\|?*') for name in names)
    assert len(names) == made.count == 1 + len(listed)
