"""The members' list as a workbook."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from db.errors import Refused
from db.members import member, members, save_member
from db.schools import people, school
from db.undo import undo
from db.workbooks import COLUMNS, FULL_NAME, compare, import_members, members_workbook, read_members
from tests.conftest import CountQueries, MakeAssociation

HEADERS = {name.upper(): name for name in COLUMNS} | {"Фамилиясы, аты, атасынын аты": FULL_NAME, "Классы": "classes"}
LABELS = {"Биринчи": "first", "Жогорку": "highest", "жетишпейт": "lacking"}
TODAY = dt.date(2026, 11, 22)
FULL = "Фамилиясы, аты, атасынын аты"


def sheet(path: Path, *lines: list[object]) -> Path:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


def read(path: Path):
    return read_members(path, HEADERS, LABELS, TODAY)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "members.xlsx"


def test_a_workbook_comes_back_as_it_went_out(make_association: MakeAssociation, file: Path):
    association_id = make_association()
    first = members(association_id)[0].id
    words = {"category": "highest", "conditions": "lacking", "awards": "Ардак грамота"}
    save_member(first, born=dt.date(1980, 2, 29), load_hours=24, phone="+996 555", **words)
    words_of = {code: word for word, code in LABELS.items()}
    file.write_bytes(members_workbook(association_id, [name.upper() for name in COLUMNS], words_of))
    preview = read(file)
    assert preview.faulty == 0
    assert [each.outcome for each in compare(association_id, preview)] == ["same"] * 12
    assert preview.rows[0].fields["category"] == "highest"
    assert load_workbook(file).active["N2"].value == "Жогорку"
    assert import_members(association_id, preview).seq == 0


def test_a_schools_own_list_with_a_title_and_one_column_of_names(make_association: MakeAssociation, file: Path):
    association_id = make_association(members=1)
    lines = [
        ["Мугалимдердин тизмеси"],
        [],
        ["№", FULL.upper(), "классы", "CATEGORY", "BORN", "LOAD_HOURS", "Эскертүү"],
        [1, "асанова  гүлнара маратовна", "4-А", "биринчи", "29.02.1980", 24.0, "!"],
        [],
        [2, "Асан уулу Бакыт", "3-Б", "ЖОГОРКУ", dt.datetime(1975, 5, 1), "18", ""],
    ]
    preview = read(sheet(file, *lines))
    assert preview.ignored == ("№", "Эскертүү")
    assert [row.number for row in preview.rows] == [4, 6]
    assert [(each.number, each.outcome) for each in compare(association_id, preview)] == [(4, "changed"), (6, "added")]
    assert len(members(association_id)) == 1
    import_members(association_id, preview)
    cards = [member(each.id).person for each in members(association_id)]
    assert [(card.name.listed, card.category, card.born, card.load_hours) for card in cards] == [
        ("Асан уулу Б.", "highest", dt.date(1975, 5, 1), 18),
        ("Асанова Г. М.", "first", dt.date(1980, 2, 29), 24),
    ]


def test_a_second_import_changes_nothing_and_undo_takes_the_first_back(make_association: MakeAssociation, file: Path):
    association_id = make_association(members=0)
    preview = read(sheet(file, [FULL, "Классы"], ["Асанова Гүлнара", "4-А"], ["Асанова Гулнара", "4-Б"]))
    results = import_members(association_id, preview).value
    assert [each.outcome for each in results] == ["added", "duplicate"]
    assert [each.classes for each in members(association_id)] == ["4-Б"]
    again = read(sheet(file, [FULL, "Классы"], ["Асанова Гүлнара", ""]))
    assert import_members(association_id, again).seq == 0
    undo()
    assert people(school().id) == []


def test_what_is_wrong_is_told_row_by_row_and_nothing_comes_in(make_association: MakeAssociation, file: Path):
    association_id = make_association(members=0)
    lines = [
        ["SURNAME", "GIVEN", "LOAD_HOURS", "BORN", "CATEGORY"],
        ["Асанова", "Гүлнара", "көп", "кечээ жок", "сонун"],
        ["", "Бакыт", 2**63, "", ""],
        ["Асанова", "", "", "", ""],
        ["Сыдыкова", "Бермет", 18, "", ""],
    ]
    preview = read(sheet(file, *lines))
    assert [row.problems for row in preview.rows] == [
        (("load_hours", "not_a_number"), ("born", "not_a_date"), ("category", "not_in_list")),
        (("load_hours", "number_out_of_range"), ("surname", "surname_missing")),
        (("given", "given_missing"),),
        (),
    ]
    with pytest.raises(Refused) as refusal:
        import_members(association_id, preview)
    assert (refusal.value.code, refusal.value.values) == ("workbook_has_problems", {"count": 3})
    assert members(association_id) == []


def test_what_is_wrong_with_a_whole_name_is_told_at_the_surname(file: Path):
    preview = read(sheet(file, [FULL], ["#REF!"], ["а " * 300]))
    assert [row.problems[0] for row in preview.rows] == [("surname", "cell_error"), ("surname", "text_too_long")]


def test_row_49_a_formula_stays_text_both_ways(make_association: MakeAssociation, file: Path):
    association_id = make_association(members=1)
    save_member(members(association_id)[0].id, awards="=cmd|' /C calc'!A0", self_education="+1", phone="-7")
    file.write_bytes(members_workbook(association_id, [name.upper() for name in COLUMNS]))
    cell = load_workbook(file).active.cell(2, COLUMNS.index("awards") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)
    fields = read(file).rows[0].fields
    assert (fields["awards"], fields["self_education"], fields["phone"]) == ("=cmd|' /C calc'!A0", "+1", "-7")


def test_invisible_characters_are_taken_out_and_counted(file: Path):
    preview = read(sheet(file, [FULL], ["Асанова\u200b Гүл\u202eнара"]))
    assert (preview.rows[0].full_name, preview.removed) == ("Асанова Гүлнара", 2)


def test_without_a_header_nothing_is_guessed(file: Path):
    with pytest.raises(Refused) as refusal:
        read(sheet(file, *[["Асанова", "Гүлнара"]] * 12))
    assert refusal.value.code == "workbook_no_header"
    with pytest.raises(Refused):
        read(sheet(file, []))


def test_comparing_costs_the_same_for_every_length(
    make_association: MakeAssociation, file: Path, count_queries: CountQueries
):
    association_id = make_association()
    preview = read(sheet(file, [FULL], *[[f"Асанова Гүлнара {number}"] for number in range(300)]))
    with count_queries() as queries:
        assert len(compare(association_id, preview)) == 300
    assert len(queries) < 8
