"""An analysis from the records: figures, what lies behind them, what is missing, words and versions."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction

import pytest

from db import associations
from db.analysis import gaps, keeping, parts, versions
from db.analysis.content import content
from db.analysis.rows import Part, Scope
from db.errors import Refused
from db.meetings import planning
from db.members import members
from db.quality.sheets import of_association
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting
from tests.marks import fill_marks, hold_tests

TODAY = dt.date(2026, 12, 30)


@pytest.fixture
def of(make_association: MakeAssociation, make_meeting: MakeMeeting) -> Scope:
    association_id = make_association()
    make_meeting(association_id)
    fill_marks(association_id, associations.association(association_id).school_id)
    hold_tests(association_id)
    return Scope(association_id, 2026, 0, TODAY)


def fact(found: tuple[Part, ...], section: int, code: str) -> dict[str, object]:
    return next(dict(each.values) for each in found[section - 1].facts if each.code == code)


def test_the_figures_of_a_year(of: Scope) -> None:
    found = parts.parts(of)
    assert [each.number for each in found] == list(range(1, 18))
    assert fact(found, 1, "members") == {"count": 12}
    assert fact(found, 4, "meetings") == {"held": 1, "planned": 7}
    assert fact(found, 4, "decided") == {
        "count": 1, "done": 0, "share": 0, "late": 0, "open": 1, "overdue": 1,
    }  # fmt: skip
    said = fact(found, 7, "quality")
    assert (said["whole"], said["quality"]) == (59, Fraction(3300, 59))
    assert fact(found, 8, "tests_quality") == {
        "wrote": 33, "passed": Fraction(3000, 33), "quality": Fraction(1800, 33),
    }  # fmt: skip
    by_class = next(each for each in found[6].tables if each.code == "classes")
    assert [line.cells[:2] for line in by_class.lines] == [("5-А", 50), ("5-Б", 9)]
    assert by_class.lines[0].records == tuple(
        ("mark_sheet", each.id) for each in of_association(of.association_id, 2026, period="quarter", part=2)
        if each.class_name == "5-А"
    )  # fmt: skip


def test_a_quarter_is_the_same_with_less(of: Scope) -> None:
    first = Scope(of.association_id, 2026, 1, TODAY)
    found = parts.parts(first)
    assert fact(found, 4, "meetings") == {"held": 0, "planned": 0}
    assert fact(found, 7, "quality")["whole"] == 59
    assert not found[7].facts


def test_a_section_says_when_the_records_behind_it_changed(of: Scope, make_meeting: MakeMeeting) -> None:
    before = [parts.digest(each) for each in parts.parts(of)]
    make_meeting(of.association_id, dt.date(2026, 12, 14))
    after = [parts.digest(each) for each in parts.parts(of)]
    assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [4]
    assert before[1] == ""


def test_what_is_missing_is_named(of: Scope) -> None:
    planning.plan(of.association_id, dt.date(2026, 12, 20), "14:00")
    found = gaps.gaps(of, parts.parts(of), keeping.texts(of))
    said = {(each.section, each.code, *each.values.values()) for each in found}
    assert (4, "no_protocol", 1, dt.date(2026, 11, 14)) in said
    assert (4, "not_held", 2, dt.date(2026, 12, 20)) in said
    assert (2, "no_prose") in said and (17, "no_prose") in said
    assert not {each for each in said if each[1] == "no_marks"}
    later = gaps.gaps(Scope(of.association_id, 2026, 0, dt.date(2027, 4, 1)), parts.parts(of), {})
    assert {tuple(each.values.values()) for each in later if each.code == "no_marks"} == {("5-А", 3), ("5-Б", 3)}


def test_words_are_kept_and_versions_stand(of: Scope) -> None:
    keeping.write(of, 16, "Жылдык иш планы негизинен аткарылды.", "")
    keeping.write(of, 16, "План аткарылды.", "")
    assert [each.text for each in keeping.texts(of).values()] == ["План аткарылды."]
    assert versions.keep(of).value == 1
    with pytest.raises(Refused) as error:
        versions.keep(of, "дагы")
    assert error.value.code == "plan_unchanged"
    first = versions.versions(of)[0]
    versions.step(first.id, "handed_in", dt.date(2026, 12, 29), None, "Б. Токтогулова")
    with pytest.raises(Refused) as error:
        versions.step(first.id, "acquainted", dt.date(2026, 12, 28))
    assert error.value.code == "approval_order"
    versions.step(first.id, "acquainted", dt.date(2026, 12, 30), None, "Б. Токтогулова", "Ачык сабак аз.")
    keeping.write(of, 16, "Башка сөз.", "")
    kept = versions.printed(of)
    assert (kept["version"], kept["sections"][15]["text"]) == (1, "План аткарылды.")
    assert [each["step"] for each in kept["steps"]] == ["handed_in", "acquainted"]
    assert versions.differs(content(of), first)
    assert versions.keep(of, "Сөз оңдолду").value == 2
    assert versions.printed(of)["version"] == 2
    with pytest.raises(Refused):
        keeping.write(Scope(of.association_id, 2026, 5, TODAY), 16, "x", "")


def test_content_is_plain(of: Scope) -> None:
    json.dumps(content(of))
    assert content(of)["sections"][6]["facts"][0]["values"]["quality"] == {"share": [3300, 59]}


def test_the_number_of_queries_does_not_grow(of: Scope, count_queries: CountQueries, make_meeting: MakeMeeting) -> None:
    with count_queries() as before:
        parts.parts(of)
    for each in members(of.association_id)[:3]:
        keeping.write(of, 16, each.name.listed, "")
    make_meeting(of.association_id, dt.date(2026, 12, 14))
    with count_queries() as after:
        parts.parts(of)
    assert len(after) == len(before)
