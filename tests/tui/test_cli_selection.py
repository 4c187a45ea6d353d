"""What the options of `birikme document` select: teacher, class, one record, a month with its year."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import connection
from db.associations import associations
from db.errors import Refused
from db.members import leave, members
from db.plans import lines, sections
from templates_docx.documents import DOCUMENTS, Document, Selection
from tests.conftest import MakeAssociation
from tui import cli
from tui.cli_selection import selection

from .worlds import TODAY


@pytest.fixture
def folder(make_association: MakeAssociation, store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve teachers, and a paper that every option selects."""
    make_association()
    every = ("year", "quarter", "month", "member", "class", "uid")
    monkeypatch.setitem(DOCUMENTS, "probe", Document("probe", "Probe", every, "members.members", table="plan_line"))
    return store


def chosen(folder: Path, *words: str) -> Selection:
    return selection(cli._read(["--data", str(folder), "document", "probe", *words, "-o", "x.docx"]))


def refused(folder: Path, *words: str) -> tuple[str, object]:
    with pytest.raises(Refused) as error:
        chosen(folder, *words)
    return error.value.code, error.value.values.get("names")


def test_a_teacher_is_named_by_a_beginning_in_any_layout(folder: Path) -> None:
    people = {each.name.surname: each.person_id for each in members(associations()[0].id)}
    assert chosen(folder, "--member", "омурал").person_id == people["Өмүралиева"]
    assert chosen(folder, "--member", "Асан уулу").person_id == people["Асан уулу"]
    assert chosen(folder).person_id is None


def test_several_teachers_are_refused_and_named(folder: Path) -> None:
    assert refused(folder, "--member", "Асан") == (
        "several_found", "Асан уулу Бакыт, Асанова Гүлнара Маратовна",
    )  # fmt: skip
    assert refused(folder, "--member", "Жоков") == ("not_found", None)


def test_one_who_has_left_is_found_where_nobody_who_is_there_fits(folder: Path) -> None:
    gone = next(each for each in members(associations()[0].id) if each.surname == "Үсөнова")
    leave(gone.id, TODAY)
    assert chosen(folder, "--member", "усон").person_id == gone.person_id


def test_a_class_is_read_as_it_is_typed(folder: Path) -> None:
    assert [chosen(folder, "--class", text).class_name for text in ("4а", "4 А", "4-«А»", "4")] == ["4-А"] * 3 + ["4"]
    assert refused(folder, "--class", "төртүнчү")[0] == "class_expected"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--month", "11"), (None, 11)),
        (("--month", "2026-11"), (2026, 11)),
        (("--month", "2027-3"), (2026, 3)),
        (("--year", "2026", "--month", "2027-03"), (2026, 3)),
        (("--year", "2026", "--month", "3"), (2026, 3)),
    ],
)
def test_a_month_may_say_its_year(folder: Path, words: tuple[str, ...], expected: tuple[int | None, int]) -> None:
    found = chosen(folder, *words)
    assert (found.first_year, found.month) == expected


def test_a_month_of_another_school_year_is_refused(folder: Path) -> None:
    assert refused(folder, "--year", "2025", "--month", "2026-11")[0] == "month_outside_year"


@pytest.mark.parametrize("text", ["2026-", "-11", "x-11", "2026-xi", "0"])
def test_no_month_is_a_wrong_command_line(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["document", "probe", f"--month={text}", "-o", "x.docx"]) == 2
    assert "--month" in capsys.readouterr().err


def test_one_record_is_named_by_its_uid(folder: Path) -> None:
    association_id = associations()[0].id
    section_id = sections.save_section(None, association_id, "Отурумдар", "").value
    line = lines.line(lines.add_line(association_id, 2026, section_id, "Иш").value, TODAY)
    assert chosen(folder, "--uid", line.uid.upper()).record_id == line.id
    assert refused(folder, "--uid", "no-such")[0] == "uid_unknown"
    lines.remove_line(line.id)
    assert refused(folder, "--uid", line.uid)[0] == "uid_unknown"


def test_what_a_document_does_not_know_is_refused_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection.close()
    for words in (("--member", "асан"), ("--class", "4А"), ("--uid", "x")):
        assert cli.run(["--data", str(folder), "document", "plan-year", *words, "-o", "x.docx"]) == 1
        assert words[0] in capsys.readouterr().err
