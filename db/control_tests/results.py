"""The results of a control work: listed, wrote, marks; and the requirements of the standard that it checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from db import records
from db.control_tests.works import name_work, refuse_not_held
from db.errors import Refused
from db.gate import checked
from db.history import action
from db.meetings.standing import next_position, standing
from db.models.control_tests import ControlTest, ControlTestMark, ControlTestRequirement
from db.rules import results_line
from db.rules.quality import marks_of
from db.rules.results_line import Results

MOST_REQUIREMENTS = 100


@action("control_test.results")
def set_results(work_id: int, listed: int | None, wrote: int, marks: Mapping[int, int]) -> None:
    """Write a work's results over those that are there; it was held then.

    Raises Refused `listed_missing`, `wrote_over_listed` (values: wrote, listed), `marks_unequal` (total, wrote),
    `pupils_too_many` (limit), `mark_unknown`, `mastered_over_wrote` (text), `test_day_missing`, `test_cancelled`.
    """
    row = standing(ControlTest, work_id)
    name_work(row)
    refuse_not_held(row)
    if set(marks) - set(marks_of(int(row["scale"]))) or any(pupils < 0 for pupils in marks.values()):
        raise Refused("mark_unknown", "marks")
    if fault := results_line.fault(Results(listed, wrote, dict(marks))):
        raise Refused(fault.code, fault.field, **fault.values)
    _refuse_mastered(_kept(work_id), wrote)
    records.change(ControlTest, work_id, state="held", listed=listed, wrote=wrote)
    _write_marks(work_id, marks)


@action("control_test.no_results")
def remove_results(work_id: int) -> None:
    """Take the results away; the work stays held."""
    name_work(standing(ControlTest, work_id))
    records.change(ControlTest, work_id, listed=None, wrote=None)
    _write_marks(work_id, {})


@action("control_test.requirements")
def set_requirements(work_id: int, lines: Sequence[tuple[str, int | None]]) -> None:
    """Write what a work checks, one requirement a line with how many mastered it, over what is there.

    Raises Refused `mastered_over_wrote` (values: text, wrote), `text_too_long`, `requirements_too_many` (limit).
    """
    row = standing(ControlTest, work_id)
    name_work(row)
    wanted = [(_text(text), mastered) for text, mastered in lines if text.strip()]
    if len(wanted) > MOST_REQUIREMENTS:
        raise Refused("requirements_too_many", "requirements", limit=MOST_REQUIREMENTS)
    _refuse_mastered(wanted, row["wrote"])
    known = _ids(work_id)
    for place, (text, mastered) in enumerate(wanted):
        values = {"position": place + 1, "text": text, "mastered": mastered}
        if place < len(known):
            records.change(ControlTestRequirement, known[place], **values)
        else:
            records.insert(ControlTestRequirement, control_test=work_id, **values)
    for extra in known[len(wanted) :]:
        records.remove(ControlTestRequirement, extra)


@action("control_test.take_requirements")
def take_requirements(work_id: int, from_id: int) -> int:
    """Add the requirements of an earlier work that are not there yet; returns how many were added."""
    name_work(standing(ControlTest, work_id))
    standing(ControlTest, from_id)
    known = {text for text, _mastered in _kept(work_id)}
    new = [text for text, _mastered in _kept(from_id) if text not in known]
    position = next_position(ControlTestRequirement, ControlTestRequirement.control_test == work_id)
    for place, text in enumerate(new):
        records.insert(ControlTestRequirement, control_test=work_id, position=position + place, text=text)
    return len(new)


@action("control_test.mastered")
def set_mastered(requirement_id: int, mastered: int | None) -> None:
    """Note how many pupils mastered a requirement. Raises Refused `mastered_over_wrote` (values: text, wrote)."""
    row = standing(ControlTestRequirement, requirement_id)
    work = standing(ControlTest, row["control_test"])
    name_work(work)
    _refuse_mastered([(row["text"], mastered)], work["wrote"])
    records.change(ControlTestRequirement, requirement_id, mastered=mastered)


def _refuse_mastered(found: Sequence[tuple[str, int | None]], wrote: int | None) -> None:
    """Refuse a requirement that more pupils mastered than wrote; how many wrote may not be known yet."""
    limit = results_line.MOST_PUPILS if wrote is None else wrote
    for text, mastered in found:
        if mastered is not None and mastered > limit:
            raise Refused("mastered_over_wrote", "requirements", text=text, mastered=mastered, wrote=limit)


def _text(text: str) -> str:
    return str(checked(ControlTestRequirement, {"text": text})["text"])


def _kept(work_id: int) -> list[tuple[str, int | None]]:
    query: Any = ControlTestRequirement.select(ControlTestRequirement.text, ControlTestRequirement.mastered)
    return [(str(text), mastered) for text, mastered in _of(query, work_id).tuples()]


def _ids(work_id: int) -> list[int]:
    return [
        int(row_id) for (row_id,) in _of(ControlTestRequirement.select(ControlTestRequirement.id), work_id).tuples()
    ]


def _of(query: Any, work_id: int) -> Any:
    standing_rows = ControlTestRequirement.deleted_at.is_null()
    query = query.where(ControlTestRequirement.control_test == work_id, standing_rows)
    return query.order_by(ControlTestRequirement.position, ControlTestRequirement.id)


def _write_marks(work_id: int, marks: Mapping[int, int]) -> None:
    """Write the marks over those that are there; a mark that was taken away before is brought back."""
    query: Any = ControlTestMark.select(ControlTestMark.id, ControlTestMark.mark, ControlTestMark.deleted_at)
    known = {
        mark: (row_id, gone) for row_id, mark, gone in query.where(ControlTestMark.control_test == work_id).tuples()
    }
    for mark, pupils in marks.items():
        if mark in known:
            records.change(ControlTestMark, known[mark][0], pupils=pupils, deleted_at=None)
        else:
            records.insert(ControlTestMark, control_test=work_id, mark=mark, pupils=pupils)
    for mark, (row_id, gone) in known.items():
        if mark not in marks and not gone:
            records.remove(ControlTestMark, row_id)
