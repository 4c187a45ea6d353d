"""The one place where rows are written: identity, counter, proof, order, index and history come with every row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db import records, search, undo
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.models.all import RECORDS
from db.models.meetings import Decision
from db.models.schools import Person
from db.rules import alphabet
from tests.conftest import CountQueries
from tests.db.core import everything, make_meeting, make_person, make_school, remove, rename


def row_of(person: int) -> dict[str, Any]:
    return records.stored(Person, person)


@action("test.write")
def write(person: int, **values: Any) -> bool:
    return records.change(Person, person, **values)


def test_a_new_row_has_an_identity_a_counter_and_a_proof(school: int) -> None:
    one, other = make_person(school).value, make_person(school).value
    rows = [row_of(one), row_of(other)]
    assert [row["rev"] for row in rows] == [1, 1]
    assert rows[0]["uid"] != rows[1]["uid"]
    assert all(row["digest"] == records.digest(Person, row) for row in rows)


def test_a_change_counts_and_proves_anew(school: int) -> None:
    person = make_person(school).value
    before = row_of(person)
    assert rename(person, "Үсөнова").value is True
    after = row_of(person)
    assert (after["rev"], after["uid"]) == (2, before["uid"])
    assert after["digest"] == records.digest(Person, after) != before["digest"]


def test_writing_what_is_there_already_changes_nothing(school: int) -> None:
    person = make_person(school).value
    before = row_of(person)
    change = rename(person, before["surname"])
    assert (change.value, change.seq, change.touched) == (False, 0, frozenset())
    assert row_of(person) == before


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.table_name)
def test_the_proof_depends_on_each_field(model: Any) -> None:
    names = [name for name in model._meta.fields if name not in ("id", "digest")]
    row: dict[str, Any] = dict.fromkeys(names)
    proofs = {records.digest(model, row | {name: "x"}) for name in names}
    assert len(proofs) == len(names)
    assert records.digest(model, row) not in proofs
    assert records.digest(model, row | {"id": 9, "digest": "y"}) == records.digest(model, row)


def test_an_empty_text_and_no_value_are_not_the_same_proof() -> None:
    assert records.digest(Person, {"born": None}) != records.digest(Person, {"born": ""})


def test_the_order_follows_from_the_name(school: int) -> None:
    people = [make_person(school, surname).value for surname in ("Оморова", "Өмүралиева", "Орозова", "Нурланова")]
    by_key = [name for (name,) in execute("SELECT surname FROM person ORDER BY sort_key")]
    assert by_key == ["Нурланова", "Оморова", "Орозова", "Өмүралиева"]
    rename(people[0], "Яковлева")
    assert row_of(people[0])["sort_key"] == alphabet.sort_key("Яковлева Гүлнара")


def test_a_deleted_row_stays_marked_and_is_no_longer_found(school: int) -> None:
    person = make_person(school, "Бейшеналиева").value
    found = "SELECT count(*) FROM search WHERE search MATCH ?"
    word = alphabet.fold("Бейшеналиева")
    assert execute(found, (word,)) == [(1,)]
    remove(person)
    assert row_of(person)["deleted_at"]
    assert execute(found, (word,)) == [(0,)]


def test_a_changed_row_is_found_by_its_new_words_alone(school: int) -> None:
    person = make_person(school, "Асанова").value
    rename(person, "Үсөнова")
    found = execute("SELECT folded FROM search WHERE kind = 'person'")
    assert found == [(alphabet.fold("Үсөнова\nГүлнара"),)]
    assert row_of(person)["surname"] == "Үсөнова"


def test_dates_go_in_and_come_out_as_dates(school: int) -> None:
    person = make_person(school, born=date(1980, 2, 29)).value
    assert row_of(person)["born"] == "1980-02-29"
    assert Person.select(Person.born).where(Person.id == person).scalar() == date(1980, 2, 29)


def test_a_day_written_shorter_is_stored_and_proved_alike(school: int) -> None:
    person = make_person(school, born="19800229").value
    assert row_of(person)["born"] == "1980-02-29"
    assert row_of(person)["digest"] == records.digest(Person, row_of(person))


def test_text_passes_the_gate(school: int) -> None:
    person = make_person(school, "Аса\x00но\x1b[31mва\ud800 и\u0306").value
    assert row_of(person)["surname"] == "Асанова й"


def test_markup_and_quotes_are_stored_letter_for_letter(school: int) -> None:
    odd = "[/] 5 < 6 & «а»; DROP TABLE person --'\""
    assert row_of(make_person(school, odd).value)["surname"] == odd


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"service_total": 2**63}, "number_too_large", "service_total"),
        ({"service_total": 1_000_001}, "value_not_allowed", None),
        ({"service_total": -1}, "value_not_allowed", None),
        ({"category": "tenth"}, "value_not_allowed", None),
        ({"born": "2026-02-30"}, "value_not_allowed", "born"),
        ({"born": "05.03.2026"}, "value_not_allowed", "born"),
        ({"load_hours": "көп"}, "value_not_allowed", None),
        ({"awards": "а" * (records.LONGEST + 1)}, "text_too_long", "awards"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_value_that_cannot_be_is_refused_and_changes_nothing(
    school: int, values: dict[str, Any], code: str, field: str | None
) -> None:
    person = make_person(school).value
    before = everything()
    with pytest.raises(Refused) as refused:
        write(person, **values)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert everything() == before


def test_the_longest_text_is_kept_whole(school: int) -> None:
    person = make_person(school).value
    write(person, awards="ө" * records.LONGEST)
    assert len(row_of(person)["awards"]) == records.LONGEST


def test_a_link_to_nothing_is_refused(school: int) -> None:
    meeting, _item = make_meeting(school).value

    @action("test.decision")
    def decide() -> int:
        return records.insert(Decision, meeting=meeting, agenda_item=999, position=1)

    with pytest.raises(Refused, match="value_not_allowed"):
        decide()


def test_a_row_that_is_not_there_is_named(opened: object) -> None:
    with pytest.raises(Refused) as refused:
        rename(77, "Асанова")
    assert (refused.value.code, refused.value.values) == ("record_missing", {"table": "person"})


def test_rows_are_written_inside_an_action_only(school: int) -> None:
    with pytest.raises(RuntimeError, match="inside an action"):
        records.change(Person, make_person(school).value, surname="Х")


def test_a_known_identity_is_kept(opened: object) -> None:
    school = make_school().value
    person = make_person(school, uid="11111111-2222-3333-4444-555555555555").value
    assert row_of(person)["uid"] == "11111111-2222-3333-4444-555555555555"


@action("test.many")
def write_many(school: int, surnames: list[str]) -> list[int]:
    return records.insert_many(Person, [{"school": school, "surname": each, "given": "Гүлнара"} for each in surnames])


def test_many_rows_are_written_as_each_alone_would_be(school: int, count_queries: CountQueries) -> None:
    alone = row_of(make_person(school, "Үсөнова").value)
    with count_queries() as statements:
        ids = write_many(school, ["Үсөнова", *(f"Асанова{at}" for at in range(400))]).value
    assert len(set(statements)) < 20  # the log's statements are noted once a row by its triggers
    first = row_of(ids[0])
    assert first["sort_key"] == alone["sort_key"]
    assert first["digest"] == records.digest(Person, first)
    assert [row_of(each)["surname"] for each in ids[1:4]] == ["Асанова0", "Асанова1", "Асанова2"]
    assert [each.row for each in search.find("үсөнова")] == [ids[0], alone["id"]]
    assert search.differences() == []
    undo.undo()
    assert row_of(ids[-1])["deleted_at"] is not None
    assert write_many(school, []).value == []
    assert write_many(school, ["Эсенова"]).value == [ids[-1] + 1]
