"""Every action on a plan but handing it in can be taken back and done again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from db import undo
from db.history import Change
from db.meetings import sheet
from db.plans import course, heads, lines, sections, yearly
from tests.conftest import MakeMeeting
from tests.db.core import everything
from tests.db.plans.conftest import TODAY, YEAR, AddLine

DECEMBER = {"term": "month", "month": 12}


@pytest.fixture
def actions(
    association_id: int, add: AddLine, people: list[int], section_ids: list[int], make_meeting: MakeMeeting
) -> dict[str, Callable[[], Change[object]]]:
    plain, second, marked, proved = (add(text, term="month", month=11) for text in ("а", "б", "в", "г"))
    meeting_id = make_meeting(association_id)
    item_id = sheet.item_rows(meeting_id)[-1].id
    course.mark_line(marked, TODAY)
    proof_id = course.prove(proved, TODAY, meeting_id=meeting_id).value
    lines.set_line_owners(plain, people[:2])
    empty = sections.save_section(None, association_id, "Бош", "").value
    return {
        "add": lambda: lines.add_line(association_id, YEAR, section_ids[0], "д", owner_ids=people[:2]),
        "change": lambda: lines.change_line(plain, text="о", section_id=section_ids[0]),
        "owners": lambda: lines.set_line_owners(plain, [people[1], people[2]]),
        "remove": lambda: lines.remove_line(plain),
        "place": lambda: lines.move_in_section(second, -1),
        "move": lambda: course.move_term(plain, TODAY, "Себеп", **DECEMBER),
        "cancel": lambda: course.cancel_line(plain, TODAY, "Себеп"),
        "mark": lambda: course.mark_line(plain, TODAY),
        "reopen a mark": lambda: course.reopen_line(marked, TODAY),
        "reopen a proof": lambda: course.reopen_line(proved, TODAY),
        "prove": lambda: course.prove(plain, TODAY, agenda_item_id=item_id),
        "unprove": lambda: course.remove_proof(proof_id),
        "section": lambda: sections.save_section(None, association_id, "Жаңы", "Новый"),
        "section away": lambda: sections.remove_section(empty),
        "head": lambda: heads.save_head(association_id, YEAR, theme="Тема"),
        "template": lambda: yearly.start_from_template(association_id, YEAR + 1, "ky"),
        "last year": lambda: yearly.start_from_last_year(association_id, YEAR + 1),
    }


NAMES = (
    "add", "change", "owners", "remove", "place", "move", "cancel", "mark", "reopen a mark", "reopen a proof", "prove",
    "unprove", "section", "section away", "head", "template", "last year",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_an_action_is_taken_back_and_done_again(actions: dict[str, Callable[[], Change[object]]], name: str) -> None:
    assert tuple(actions) == NAMES
    before = everything()
    assert actions[name]().seq > 0
    after = everything()
    assert after != before
    undo.undo()
    standing = {table: [row for row in found if row in before[table]] for table, found in everything().items()}
    assert standing == before
    undo.redo()
    assert everything() == after


def test_states_follow_what_is_taken_back(add: AddLine) -> None:
    line_id = add(term="day", begins=dt.date(2026, 11, 1))
    course.mark_line(line_id, TODAY)
    undo.undo()
    assert lines.line(line_id, TODAY).state == "overdue"
    undo.redo()
    assert lines.line(line_id, TODAY).state == "marked"
