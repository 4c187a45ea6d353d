"""The plan as a workbook: out, in with a preview, twice, and with everything wrong that a hand-made list can have."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from db import members
from db.errors import Refused
from db.history import action
from db.plan_rows import PlanPreview, read_plan
from db.plan_workbooks import COLUMNS, LABELS, compare, import_plan, plan_workbook
from db.plans.course import cancel_line, move_term
from db.plans.lines import add_line, lines, set_line_owners
from db.plans.rows import Line
from db.plans.sections import sections
from db.rules.plan_terms import Term
from db.undo import undo
from tests.conftest import CountQueries, MakeAssociation

TODAY = dt.date(2026, 11, 22)
HEADERS = {name.upper(): name for name in COLUMNS} | {"Иштин мазмуну": "text", "Бөлүм, №": "section"}
LABELS_OUT = {code: code for code in LABELS} | {"open_lesson": "ачык сабак", "term_quarter": "{number}-чейрек",
                                                "term_year": "жыл бою"}  # fmt: skip
LABELS_IN = {"ачык сабак": "open_lesson", "отурум": "meeting"}
SHORT = ["SECTION", "TEXT", "TERM", "OWNERS"]


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def sheet(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def read(path: Path, association_id: int) -> PlanPreview:
    return read_plan(path, association_id, 2026, TODAY, HEADERS, LABELS_IN)


def bring(path: Path, association_id: int) -> list[str]:
    preview = read(path, association_id)
    done = import_plan(association_id, 2026, preview, TODAY).value
    return [each.outcome for each in done]


def the_lines(association_id: int) -> list[Line]:
    return lines(association_id, 2026, TODAY)


def test_a_schools_own_list_comes_in_with_the_usual_sections(association_id: int, file: Path) -> None:
    sheet(
        file,
        ["2026-2027-окуу жылына карата жылдык иш план"],
        ["№", "Бөлүм, №", "Иштин мазмуну", "KIND", "CLASSES", "TERM", "OWNERS", "Аткарылышы"],
        [1, 8, "Ачык сабак: көбөйтүү", "Ачык Сабак", "4-А", dt.date(2026, 11, 15), "Асанова Г. М., Б. Асан уулу", ""],
        [],
        [2, "9. Класстан тышкаркы иштер", "Предметтик жумалык", "", "", "9–14.02", "УБ жетекчиси", ""],
        [3, "Отурумдар", "3-отурум", "отурум", "", "ноябрь", "", ""],
        [4, 7, "Текшерүү иштери", "", "", "II чейрек", "", ""],
        [5, 4, "Журнал жүргүзүү", "", "", "жыл бою", "", ""],
    )
    preview = read(file, association_id)
    assert [row.problems for row in preview.rows] == [(), (("owners", "owner_unknown"),), (), (), ()]
    leader = members.members(association_id)[0].person_id
    give_lead(association_id, leader)
    preview = read(file, association_id)
    assert (preview.faulty, preview.ignored) == (0, ("№", "Аткарылышы"))
    assert [row.number for row in preview.rows] == [3, 5, 6, 7, 8]
    assert [each.outcome for each in compare(association_id, 2026, preview, TODAY)] == ["added"] * 5
    assert the_lines(association_id) == []
    import_plan(association_id, 2026, preview, TODAY)
    found = {line.text: line for line in the_lines(association_id)}
    lesson = found["Ачык сабак: көбөйтүү"]
    assert (lesson.section_number, lesson.kind, lesson.classes) == (8, "open_lesson", "4-А")
    assert [name.listed for name in lesson.owners] == ["Асанова Г. М.", "Асан уулу Б."]
    assert {text: line.when for text, line in found.items()} == {
        "Ачык сабак: көбөйтүү": Term("day", dt.date(2026, 11, 15)),
        "Предметтик жумалык": Term("span", dt.date(2027, 2, 9), dt.date(2027, 2, 14)),
        "3-отурум": Term("month", month=11),
        "Текшерүү иштери": Term("quarter", quarter=2),
        "Журнал жүргүзүү": Term("year"),
    }
    assert found["Предметтик жумалык"].owner_ids == (leader,)
    assert found["Предметтик жумалык"].kind == "subject_event", "read from the text where the cell is empty"
    assert len(sections(association_id)) == 15


def give_lead(association_id: int, person_id: int) -> None:
    from db.appointments import appoint

    appoint(association_id, "leader", person_id, "appointed", dt.date(2026, 9, 1))


def test_the_same_file_twice_doubles_nothing_and_undo_takes_it_all_back(association_id: int, file: Path) -> None:
    quarterly = [[7, "Текшерүү иши", f"{number}-чейрек", ""] for number in (1, 2, 3, 4)]
    sheet(file, SHORT, *quarterly, [8, "Ачык сабак", "15,11", "асанова"], [8, "Ачык сабак", "15,11", "Асанова"])
    assert bring(file, association_id) == ["added"] * 5 + ["duplicate"]
    assert len(the_lines(association_id)) == 5
    preview = read(file, association_id)
    again = import_plan(association_id, 2026, preview, TODAY)
    assert ([each.outcome for each in again.value], again.seq) == (["same"] * 5 + ["duplicate"], 0)
    undo()
    assert the_lines(association_id) == []


def test_a_plan_comes_back_as_it_went_out(association_id: int, file: Path) -> None:
    sheet(
        file,
        ["SECTION", "TEXT", "KIND", "CLASSES", "TERM", "TIME_PLACE", "OWNERS", "EXPECTED_RESULT", "NOTE"],
        [8, "Ачык сабак", "ачык сабак", "4-А", "15.11", "14.00, 12-кабинет", "Асанова", "талдоо", "x"],
        [9, "Жумалык", "", "", "9–14.02", "", "", "", ""],
        [5, "Отурум", "отурум", "", "ноябрь", "", "мугалимдер", "протокол", ""],
        [7, "Текшерүү", "", "", "3-чейрек", "", "", "", ""],
        [7, "Иштөө", "", "", "жыл бою", "", "", "", ""],
    )
    bring(file, association_id)
    before = the_lines(association_id)
    names = [name.upper() for name in COLUMNS]
    file.write_bytes(plan_workbook(association_id, 2026, TODAY, names, LABELS_OUT))
    shown = {row[4].value for row in load_workbook(file).active.iter_rows(min_row=2)}
    assert shown == {"15.11.2026", "09.02.2027–14.02.2027", "ноябрь", "3-чейрек", "жыл бою"}
    assert bring(file, association_id) == ["same"] * 5
    assert the_lines(association_id) == before
    assert len(next(line for line in before if line.kind == "meeting").owner_ids) == 12


def test_what_was_taken_out_or_never_planned_does_not_go_out(association_id: int, file: Path) -> None:
    sheet(file, SHORT, [8, "Ачык сабак", "ноябрь", ""], [8, "Экинчи", "ноябрь", ""])
    bring(file, association_id)
    first, second = the_lines(association_id)
    cancel_line(first.id, TODAY, "мугалим ооруп калды")
    add_line(association_id, 2026, second.section_id, "Кошумча иш", unplanned=True)
    rows = load_workbook(write(file, association_id)).active.iter_rows(min_row=2, values_only=True)
    assert [row[1] for row in rows] == ["Экинчи"]


def write(file: Path, association_id: int) -> Path:
    other = file.with_name("out.xlsx")
    other.write_bytes(plan_workbook(association_id, 2026, TODAY, [name.upper() for name in COLUMNS], LABELS_OUT))
    return other


def test_an_older_file_does_not_take_back_what_a_meeting_decided(association_id: int, file: Path) -> None:
    sheet(file, SHORT, [8, "Ачык сабак", "ноябрь", ""], [8, "Экинчи", "ноябрь", ""])
    bring(file, association_id)
    first, second = the_lines(association_id)
    move_term(first.id, TODAY, "карантин", term="month", month=12)
    cancel_line(second.id, TODAY, "керек эмес")
    assert bring(file, association_id) == ["same", "same"]
    assert [line.state for line in the_lines(association_id)] == ["moved", "cancelled"]


def test_a_changed_row_changes_its_line_and_an_empty_cell_leaves_it(association_id: int, file: Path) -> None:
    headers = ["SECTION", "TEXT", "CLASSES", "TERM", "OWNERS", "NOTE"]
    lesson = [8, "Ачык сабак", "4-А", "15.11", "Асанова", "x"]
    bring(sheet(file, headers, lesson), association_id)
    again = [8, "ачык  сабак", "", "20.11", "Үсөнова", ""]
    other = [8, "Ачык сабак", "4-Б", "21.11", "", ""]
    assert bring(sheet(file, headers, again, other), association_id) == ["changed", "added"]
    changed, added = the_lines(association_id)
    assert (changed.text, changed.classes, changed.begins, changed.note) == (
        "ачык  сабак", "4-А", dt.date(2026, 11, 20), "x",
    )  # fmt: skip
    assert [name.surname for name in changed.owners] == ["Үсөнова"]
    assert (added.classes, added.owners) == ("4-Б", ())


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ([None, "Иш", "ноябрь", ""], ("section", "section_missing")),
        ([16, "Иш", "ноябрь", ""], ("section", "section_unknown")),
        (["Жок бөлүм", "Иш", "ноябрь", ""], ("section", "section_unknown")),
        ([8, None, "ноябрь", ""], ("text", "text_missing")),
        ([8, "Иш", None, ""], ("term", "term_missing")),
        ([8, "Иш", "качандыр", ""], ("term", "term_unclear")),
        ([8, "Иш", 15.1, ""], ("term", "term_unclear")),
        ([8, "Иш", "15.11.2024", ""], ("term", "day_outside_year")),
        ([8, "Иш", "с 14 по 9 февраля", ""], ("term", "span_reversed")),
        ([8, "Иш", "ноябрь", "Белгисизова"], ("owners", "owner_unknown")),
        ([8, "Иш", "ноябрь", "Асанова, Кеткенов"], ("owners", "owner_unknown")),
        ([8, "Иш", "ноябрь", "ас"], ("owners", "owner_several")),
        ([8, "Иш", "ноябрь", "#REF!"], ("owners", "cell_error")),
        ([8, "#REF!", "ноябрь", ""], ("text", "cell_error")),
        ([8, "Иш", "ноябрь", "а" * 501], ("owners", "text_too_long")),
        (["Ачык сабак", 8, "ноябрь", ""], ("section", "section_unknown")),
    ],
)
def test_what_is_wrong_is_named_by_row_and_nothing_comes_in(
    association_id: int, file: Path, row: list[Any], problem: tuple[str, str]
) -> None:
    preview = read(sheet(file, SHORT, [8, "Дурус иш", "ноябрь", ""], row), association_id)
    assert [(each.number, each.problems) for each in preview.rows] == [(2, ()), (3, (problem,))]
    with pytest.raises(Refused) as refusal:
        import_plan(association_id, 2026, preview, TODAY)
    assert (refusal.value.code, refusal.value.values) == ("workbook_has_problems", {"count": 1})
    assert the_lines(association_id) == []


def test_who_has_left_is_told_and_a_merged_section_too(association_id: int, file: Path) -> None:
    gone = next(each for each in members.members(association_id) if each.surname == "Сыдыкова")
    members.leave(gone.id, dt.date(2026, 10, 1))
    book = Workbook()
    for row in (SHORT, [8, "Биринчи", "ноябрь", "Сыдыкова"], [None, "Экинчи", "декабрь", ""]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(file)
    preview = read(file, association_id)
    assert [row.problems for row in preview.rows] == [(("owners", "owner_left"),), (("section", "section_missing"),)]


def test_a_formula_is_text_and_invisible_characters_are_counted(association_id: int, file: Path) -> None:
    book = Workbook()
    for row in (SHORT, [8, "x", "ноябрь", ""], [8, "Ачык\u200b сабак\u202e", "15.10", ""]):
        book.active.append(row)
    book.active["B2"].value, book.active["B2"].data_type = "=cmd|' /C calc'!A0", "s"
    book.save(file)
    preview = read(file, association_id)
    assert (preview.faulty, preview.removed) == (0, 2)
    import_plan(association_id, 2026, preview, TODAY)
    cell = load_workbook(write(file, association_id)).active["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_members_of_one_name_are_told_apart_by_the_whole_of_it(association_id: int, file: Path) -> None:
    members.add_members(association_id, ["Асанова Гүлсара Маратовна"])
    bring(sheet(file, SHORT, [8, "Иш", "ноябрь", "Асанова Гүлсара Маратовна"]), association_id)
    again = read(write(file, association_id), association_id)
    assert (again.faulty, [name.given for name in the_lines(association_id)[0].owners]) == (0, ["Гүлсара"])


def test_two_thousand_lines_come_in_and_comparing_them_costs_the_same(
    association_id: int, file: Path, count_queries: CountQueries
) -> None:
    sheet(
        file,
        SHORT,
        *[[place % 15 + 1, f"Иш {place}", "ноябрь", "Асанова" if place < 20 else ""] for place in range(2000)],
    )
    assert set(bring(file, association_id)) == {"added"}
    preview = read(file, association_id)
    with count_queries() as queries:
        assert {each.outcome for each in compare(association_id, 2026, preview, TODAY)} == {"same"}
    assert len(queries) < 15


def test_in_the_middle_nothing_is_left_half(association_id: int, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @action("test.owners")
    def fail(*_args: object) -> None:
        raise Refused("owner_left", "owner_ids", name="x")

    bring(sheet(file, SHORT, [8, "Биринчи", "ноябрь", ""]), association_id)
    preview = read(sheet(file, SHORT, [8, "Жаңы", "ноябрь", ""], [8, "Биринчи", "ноябрь", "Асанова"]), association_id)
    monkeypatch.setattr("db.plan_workbooks.set_line_owners", fail)
    with pytest.raises(Refused):
        import_plan(association_id, 2026, preview, TODAY)
    assert [line.text for line in the_lines(association_id)] == ["Биринчи"]
    assert set_line_owners is not fail
