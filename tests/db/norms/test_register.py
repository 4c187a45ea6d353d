"""The register of documents: entered once, replaced by newer ones, read in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import undo
from db.errors import Refused
from db.norms import register, studying
from tests.conftest import CountQueries
from tests.db.norms.conftest import TODAY, YEAR, AddNorm


def test_a_document_is_entered_and_changed(association_id: int, add: AddNorm) -> None:
    norm_id = add(kind="order", number="545/1", issued_on=dt.date(2026, 8, 20), issuer="Министрлик", note="1\n2")
    register.save_norm(norm_id, association_id, YEAR, title="  Буйрук  ", study_by=dt.date(2026, 11, 20))
    found = register.norm(norm_id, TODAY)
    assert (found.kind, found.title, found.number, found.note) == ("order", "Буйрук", "545/1", "1\n2")
    assert (found.state, found.study(TODAY), found.members) == ("in_force", "overdue", 12)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": " "}, "required", "title"),
        ({"title": "x" * 501}, "text_too_long", "title"),
        ({"kind": "novel"}, "value_not_allowed", "kind"),
        (
            {"issued_on": dt.date(2026, 9, 1), "study_by": dt.date(2026, 8, 31)},
            "study_before_issue",
            "study_by",
        ),
        ({"study_by": dt.date(2036, 11, 1)}, "day_outside_year", "study_by"),
        ({"study_by": dt.date(2025, 11, 1)}, "day_outside_year", "study_by"),
        ({"title": "мамлекеттик  БИЛИМ берүү стандарты"}, "norm_known", "title"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(add: AddNorm, fields: dict[str, Any], code: str, field: str) -> None:
    add()
    with pytest.raises(Refused) as refused:
        add(**{"title": "Жаңы"} | fields)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_same_title_of_another_number_is_another_document(add: AddNorm) -> None:
    add("Кат", number="1")
    add("Кат", number="2")
    with pytest.raises(Refused):
        add("Кат", number="2")


def test_names_that_are_dangerous_elsewhere_stay_as_typed(add: AddNorm) -> None:
    for title in ("CON", "а/б", "..", "[bold]x[/]", "=cmd"):
        assert register.norm(add(title), TODAY).title == title


def test_a_newer_document_replaces_an_older_one_and_its_removal_brings_that_back(add: AddNorm) -> None:
    old, new = add("Эски"), add("Жаңы")
    register.replace(old, new)
    found = register.norm(old, TODAY)
    assert (found.state, found.replaced_by_id, found.newer_title) == ("replaced", new, "Жаңы")
    with pytest.raises(Refused, match="norm_circle"):
        register.replace(new, old)
    register.remove_norm(new)
    assert register.norm(old, TODAY).state == "in_force"
    undo.undo()
    assert register.norm(old, TODAY).state == "replaced"
    register.set_state(old, "void")
    assert register.norm(old, TODAY).replaced_by_id is None


def test_what_is_no_longer_in_force_need_not_be_studied(association_id: int, add: AddNorm) -> None:
    norm_id = add(study_by=dt.date(2026, 11, 1))
    assert [each.id for each in register.due(association_id, TODAY)] == [norm_id]
    register.set_state(norm_id, "void")
    assert register.due(association_id, TODAY) == []
    assert register.norm(norm_id, TODAY).study(TODAY) == "none"


def test_due_is_what_somebody_has_still_to_read(association_id: int, people: list[int], add: AddNorm) -> None:
    add("Жөн эле")
    later, sooner = add("Кийин", study_by=dt.date(2026, 12, 20)), add("Эрте", study_by=dt.date(2026, 12, 1))
    assert [each.id for each in register.due(association_id, TODAY)] == [sooner, later]
    studying.mark_read(sooner, people, TODAY)
    assert [each.id for each in register.due(association_id, TODAY)] == [later]
    assert register.norm(sooner, TODAY).study(TODAY) == "studied"


def test_earlier_years_documents_stay_in_the_list_while_in_force(association_id: int, add: AddNorm) -> None:
    old = register.save_norm(None, association_id, 2024, title="Мыйзам").value
    new = add("Буйрук")
    future = register.save_norm(None, association_id, 2027, title="Кийинки").value
    assert [each.id for each in register.norms(association_id, YEAR, TODAY)] == [new, old]
    register.set_state(old, "void")
    assert [each.id for each in register.norms(association_id, 2024, TODAY)] == [old]
    assert [each.id for each in register.norms(association_id, 2027, TODAY)] == [future, new]


def test_a_list_costs_one_query_and_pages_by_id(association_id: int, add: AddNorm, count_queries: CountQueries) -> None:
    made = [add(f"Документ {number}") for number in range(205)]
    with count_queries() as statements:
        first = register.norms(association_id, YEAR, TODAY)
    assert (len(statements), len(first), first[0].id) == (1, 200, made[-1])
    rest = register.norms(association_id, YEAR, TODAY, after_id=first[-1].id)
    assert [each.id for each in rest] == made[4::-1]
