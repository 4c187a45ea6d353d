"""Lines entered and changed, and what is refused: bad input leaves nothing behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import search
from db.associations import save_association
from db.errors import Refused
from db.history import action
from db.members import leave, members
from db.plans import adding, lines, sections
from db.rules.plan_terms import Term
from tests.conftest import CountQueries
from tests.db.plans.conftest import TODAY, YEAR, AddLine


def texts(association_id: int) -> list[str]:
    return [each.text for each in lines.lines(association_id, YEAR, TODAY)]


def test_a_line_is_entered_once_with_all_that_it_says(add: AddLine, people: list[int], section_ids: list[int]) -> None:
    line_id = add(
        "  Математикадан ачык сабак ",
        kind="open_lesson",
        term="day",
        begins=dt.date(2026, 11, 27),
        month=5,
        owner_ids=[people[1], people[0], people[1]],
        classes="4-А",
        time_place="14.00, № 12 кабинет",
        expected_result="анализ",
        note="Биринчи сабак\nэки топ",
    )
    of = lines.line(line_id, TODAY)
    assert (of.text, of.kind, of.scope, of.classes) == ("Математикадан ачык сабак", "open_lesson", "year", "4-А")
    assert (of.term, of.begins, of.month, of.first, of.last) == ("day", of.first, None, of.last, dt.date(2026, 11, 27))
    assert (of.owner_ids, of.owners[1].listed) == ((people[1], people[0]), "Асан уулу Б.")
    assert (of.time_place, of.expected_result, of.note) == ("14.00, № 12 кабинет", "анализ", "Биринчи сабак\nэки топ")
    assert (of.section_id, of.section_number, of.position, of.state) == (section_ids[1], 2, 1, "planned")
    assert of == lines.lines(of.association_id, YEAR, TODAY)[0]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"text": "  "}, "required", "text"),
        ({"term": "day", "begins": dt.date(2025, 11, 15)}, "day_outside_year", "begins"),
        ({"term": "span", "begins": dt.date(2026, 11, 15), "ends": dt.date(2026, 11, 1)}, "span_reversed", "ends"),
        ({"term": "day"}, "term_day_missing", "begins"),
        ({"term": "month", "month": 13}, "term_month_unknown", "month"),
        ({"term": "quarter", "quarter": 7}, "term_quarter_unknown", "quarter"),
        ({"term": "week"}, "value_not_allowed", "term"),
        ({"kind": "party"}, "value_not_allowed", "kind"),
        ({"scope": "decade"}, "value_not_allowed", "scope"),
        ({"classes": "4" * 600}, "text_too_long", "classes"),
        ({"owner_ids": [987654]}, "record_missing", "owner_ids"),
        ({"section_id": 987654}, "record_missing", "section_id"),
    ],
)
def test_bad_input_is_refused_with_its_field(
    association_id: int, add: AddLine, fields: dict[str, Any], code: str, field: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        add(**fields)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert texts(association_id) == []


def test_a_year_that_cannot_be_is_refused(association_id: int, section_ids: list[int]) -> None:
    with pytest.raises(Refused, match="year_out_of_range"):
        lines.add_line(association_id, 0, section_ids[0], "Иш")


def test_the_section_of_another_association_is_refused(association_id: int, section_ids: list[int]) -> None:
    other = save_association(None, school_id=1, name_ky="Математика").value
    with pytest.raises(Refused) as refused:
        lines.add_line(other, YEAR, section_ids[0], "Иш")
    assert (refused.value.code, refused.value.field) == ("record_missing", "section_id")


def test_who_has_left_answers_only_for_what_came_before(add: AddLine, association_id: int, people: list[int]) -> None:
    gone = members(association_id)[0]
    kept = add("Эски иш", term="month", month=12, owner_ids=[gone.person_id])
    leave(gone.id, dt.date(2026, 11, 10))
    with pytest.raises(Refused) as refused:
        add(term="month", month=11, owner_ids=[gone.person_id])
    assert (refused.value.code, refused.value.field) == ("owner_left", "owner_ids")
    assert refused.value.values == {"name": gone.name.listed}
    add(term="day", begins=dt.date(2026, 11, 9), owner_ids=[gone.person_id])
    lines.set_line_owners(kept, [gone.person_id, people[3]])
    assert lines.line(kept, TODAY).owner_ids == (gone.person_id, people[3])
    lines.set_line_owners(kept, [people[3]])
    with pytest.raises(Refused, match="owner_left"):
        lines.set_line_owners(kept, [people[3], gone.person_id])


def test_a_change_keeps_what_it_does_not_name(add: AddLine, section_ids: list[int]) -> None:
    line_id = add(term="span", begins=dt.date(2026, 11, 2), ends=dt.date(2026, 11, 6), note="Эскертүү")
    lines.change_line(line_id, ends=dt.date(2026, 11, 7), section_id=section_ids[0])
    of = lines.line(line_id, TODAY)
    assert (of.first, of.last, of.note) == (dt.date(2026, 11, 2), dt.date(2026, 11, 7), "Эскертүү")
    assert (of.section_id, of.changes) == (section_ids[0], ())
    lines.change_line(line_id, term="quarter", quarter=3)
    assert (lines.line(line_id, TODAY).begins, lines.line(line_id, TODAY).quarter) == (None, 3)
    with pytest.raises(Refused, match="required"):
        lines.change_line(line_id, text="")
    with pytest.raises(ValueError, match="position"):
        lines.change_line(line_id, position=3)


def test_lines_change_places_in_their_section(association_id: int, add: AddLine, section_ids: list[int]) -> None:
    ids = [add(name) for name in ("а", "б", "в")]
    add("биринчи", section_id=section_ids[0])
    lines.move_in_section(ids[2], -1)
    lines.move_in_section(ids[0], 99)
    assert texts(association_id) == ["биринчи", "в", "б", "а"]
    lines.remove_line(ids[1])
    assert texts(association_id) == ["биринчи", "в", "а"]
    with pytest.raises(Refused, match="record_missing"):
        lines.line(ids[1], TODAY)


def test_a_section_with_lines_stays(add: AddLine, association_id: int, section_ids: list[int]) -> None:
    line_id = add()
    with pytest.raises(Refused) as refused:
        sections.remove_section(section_ids[1])
    assert (refused.value.code, refused.value.values) == ("section_not_empty", {"count": 1})
    with pytest.raises(Refused, match="section_number_taken"):
        sections.save_section(section_ids[0], association_id, "Отурумдар", "", 2)
    with pytest.raises(Refused, match="required"):
        sections.save_section(None, association_id, " ", "")
    lines.remove_line(line_id)
    sections.remove_section(section_ids[1])


def test_a_line_can_be_found(add: AddLine) -> None:
    line_id = add("Өз билимин өркүндөтүү", note="Тема тандоо")
    for words in ("оз билим", "тема танд"):
        found = search.find(words)
        assert [(each.kind, each.row, each.first_year, each.title) for each in found] == [
            ("plan_line", line_id, YEAR, "Өз билимин өркүндөтүү")
        ]
    lines.remove_line(line_id)
    assert search.find("оз билим") == []
    assert search.differences() == []


def test_one_line_costs_as_many_queries_whatever_the_plan(add: AddLine, count_queries: CountQueries) -> None:
    def queries(line_id: int) -> int:
        with count_queries() as statements:
            lines.line(line_id, TODAY)
        return len(statements)

    first = add("Отурум", kind="meeting", term="month", month=11)
    before = queries(first)
    for number in range(30):
        add(f"Отурум {number}", kind="meeting", term="month", month=number % 12 + 1)
    assert queries(first) == before


MANY = 600


def test_hundreds_of_lines_are_added_in_a_few_statements(
    association_id: int, section_ids: list[int], people: list[int], count_queries: CountQueries
) -> None:
    new = [
        adding.New(section_ids[at % 2], f"Иш {at}", when=Term("month", month=11), owner_ids=people[:2])
        for at in range(MANY)
    ]
    with count_queries() as statements:
        ids = add_many(association_id, new).value
    assert len(set(statements)) < 60  # the log's statements are noted once a row by its triggers
    found = lines.lines(association_id, YEAR, TODAY)
    assert [each.id for each in found] == ids[::2] + ids[1::2]
    assert [each.position for each in found[: MANY // 2]] == list(range(1, MANY // 2 + 1))
    assert {each.owner_ids for each in found} == {tuple(people[:2])}
    assert search.differences() == []
    with pytest.raises(Refused, match="required"):
        add_many(association_id, [*new[:3], adding.New(section_ids[0], " ")])
    assert len(lines.lines(association_id, YEAR, TODAY)) == MANY


@action("test.add")
def add_many(association_id: int, new: list[adding.New]) -> list[int]:
    return adding.add(association_id, YEAR, new)
