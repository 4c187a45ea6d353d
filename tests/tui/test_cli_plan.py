"""The plan and the calendar from the command line: out, in with a preview, twice, and for the phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import Workbook, load_workbook

from db import instance_lock
from tests.conftest import copy_of
from tests.db.core import bare
from tui import cli, clock

Birikme = Callable[..., tuple[int, str, str]]
LINES = "SELECT count(*) FROM plan_line WHERE deleted_at IS NULL"


@pytest.fixture
def folder(example_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, on a day of that year."""
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))
    return copy_of(example_folder, tmp_path / "data")


@pytest.fixture
def birikme(folder: Path, capsys: pytest.CaptureFixture[str]) -> Birikme:
    """Run a command line on the data; status, output, error output."""

    def run(*words: object) -> tuple[int, str, str]:
        status = cli.run(["--data", str(folder), *map(str, words)])
        found = capsys.readouterr()
        return status, found.out, found.err

    return run


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_plan_goes_out_and_comes_back_the_same(birikme: Birikme, folder: Path, tmp_path: Path, language: str) -> None:
    book, speak = tmp_path / "план.xlsx", ("--lang", language)
    assert birikme("workbook", "plan", "-o", book, *speak) == (0, f"{book}\n", "")
    rows = list(load_workbook(book).active.iter_rows(min_row=2, values_only=True))
    planned = f"{LINES} AND NOT unplanned"
    assert len(rows) == bare(folder, planned)[0][0] - 1, "without the one taken out"
    before = bare(folder, "SELECT max(id) FROM event")
    status, out, err = birikme("import", "plan", book)
    assert (status, err, len(out.splitlines())) == (0, "", len(rows))
    assert bare(folder, "SELECT max(id) FROM event") == before, "the same plan once more is no event"


def test_a_plan_comes_into_another_year_once(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Бөлүм", "Иш-чара", "Сроки", "Жооптуу"], [8, "Ачык сабак", "15,11", "Асанова Г. М."],
                [9, "=cmd", "9–14.02", "Петрова"]):  # fmt: skip
        book.active.append(row)
    book.active["B3"].data_type = "s"
    book.save(tmp_path / "x.xlsx")
    (before,) = bare(folder, LINES)[0]
    words = ("import", "plan", tmp_path / "x.xlsx", "--year", "2027")
    status, out, err = birikme(*words, "--dry-run")
    assert (status, err, len(out.splitlines()), bare(folder, LINES)) == (0, "", 2, [(before,)])
    assert birikme(*words)[0] == 0
    assert birikme(*words)[0] == 0
    found = bare(folder, "SELECT text, term, begins, ends FROM plan_line WHERE first_year = 2027 ORDER BY id")
    assert found == [("Ачык сабак", "day", "2027-11-15", None), ("=cmd", "span", "2028-02-09", "2028-02-14")]


def test_wrong_rows_are_named_and_nothing_comes_in(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Раздел", "Мероприятие", "Срок", "Отв."], [8, "Дурус", "ноябрь", ""], [99, "x", "15.11.2020", "Ким"]):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    before = bare(folder, LINES)
    status, out, err = birikme("import", "plan", tmp_path / "x.xlsx", "--lang", "ru")
    assert (status, len(err.splitlines()), bare(folder, LINES)) == (1, 1, before)
    assert [line.split(" · ")[0] for line in out.splitlines()] == ["3", "3", "3"]
    assert all("_" not in line for line in out.splitlines()), "a code is no sentence"


def test_a_calendar_is_made_for_the_phone(birikme: Birikme, tmp_path: Path) -> None:
    file = tmp_path / "x.ics"
    assert birikme("calendar", "-o", file, "--lang", "ky") == (0, f"{file}\n", "")
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    titles = [str(event["SUMMARY"]) for event in events]
    assert "МИСАЛ: № 3 отурум" in titles
    assert "МИСАЛ: № 4 отурум" not in titles, "it was called off"
    assert any(title.startswith("МИСАЛ: Ачык сабак – математика: ") for title in titles)
    assert "МИСАЛ: Ачык сабак: математика" not in titles, "the lesson itself stands there"
    assert any(title.startswith("МИСАЛ: Мөөнөтү: ") for title in titles)
    assert len({(str(event["SUMMARY"]), event["DTSTART"].dt) for event in events}) == len(events)
    assert birikme("calendar", "--year", "2031", "-o", file)[0] == 0
    assert all("отурум" not in str(event["SUMMARY"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


@pytest.mark.parametrize(
    "words",
    [
        ("import", "plan", "nothing.xlsx"),
        ("import", "members", "nothing.xlsx", "--year", "2026"),
        ("workbook", "members", "--year", "2026", "-o", "x.xlsx"),
        ("workbook", "plan", "--quarter", "1", "-o", "x.xlsx"),
        ("workbook", "evaluation-summary", "--quarter", "3", "-o", "x.xlsx"),
        ("import", "plan", "members", "nothing.xlsx"),
        ("import", "plan", "nothing.xlsx", "--year", "99999"),
        ("workbook", "plan", "--year", "1", "-o", "x.xlsx"),
        ("calendar", "--year", "99999", "-o", "x.ics"),
        ("calendar", "--association", "Жок", "-o", "x.ics"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_what_is_refused_is_said_in_one_line(birikme: Birikme, words: tuple[str, ...], language: str) -> None:
    status, out, err = birikme(*words, "--lang", language)
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "Traceback" not in err


def test_a_list_without_the_column_of_work_says_what_is_missing(birikme: Birikme, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Фамилиясы", "Аты"])
    book.save(tmp_path / "x.xlsx")
    status, out, err = birikme("import", "plan", tmp_path / "x.xlsx", "--lang", "ky")
    assert (status, out) == (1, "") and "birikme workbook plan" in err


def test_out_beside_an_open_screen_but_not_in(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "x.xlsx"
    with instance_lock.held(folder, "Асанова Г. М."):
        assert birikme("workbook", "plan", "-o", book)[0] == 0
        assert birikme("calendar", "-o", tmp_path / "x.ics")[0] == 0
        assert birikme("import", "plan", book, "--dry-run")[0] == 0
        assert birikme("import", "plan", book)[0] == 1


@pytest.mark.parametrize("words", [("workbook", "plan"), ("calendar",), ("calendar", "-o", "x", "--year", "soon")])
def test_wrong_usage_ends_with_two(birikme: Birikme, words: tuple[str, ...]) -> None:
    assert birikme(*words)[0] == 2
