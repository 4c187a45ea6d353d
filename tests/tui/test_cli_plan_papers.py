"""The plan's papers from the command line: which quarter and month, and what no year has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from db import connection
from db.first_start import set_up
from tui import cli

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def birikme(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line on data at rest; status, output, error output."""
    connection.open_for_writing(data_folder)
    set_up("№ 7 мектеп", "", "Башталгыч класстар", "Начальные классы", "Асанова Гүлнара Маратовна", TODAY)
    connection.fold_log()
    connection.close()

    def run(*words: object) -> tuple[int, str, str]:
        status = cli.run(["--data", str(data_folder), *map(str, words)])
        found = capsys.readouterr()
        return status, found.out, found.err

    return run


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("plan-year", "--year", "2025"), "2025-2026-окуу жылына карата жылдык иш планы"),
        (("plan-quarter", "--year", "2026", "--quarter", "3"), "2026-2027-окуу жылынын 3-чейрегине карата иш планы"),
        (("plan-month", "--year", "2026", "--month", "3"), "2027-жылдын март айына иш планы"),
        (("plan-fact", "--year", "2026"), "Пландын аткарылышы, 2026-2027-окуу жылы"),
    ],
)
def test_a_plan_is_chosen_by_its_year_quarter_and_month(
    birikme: Callable[..., tuple[int, str, str]], tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    status, out, err = birikme("document", *words, "--paper", "ky", "-o", tmp_path)
    assert (status, err) == (0, "")
    assert Path(out.strip()) == tmp_path / f"{name}.docx"


@pytest.mark.parametrize("words", [("plan-quarter", "--quarter", "5"), ("plan-year", "--month", "3")])
def test_what_no_plan_has_is_refused_in_one_line(
    birikme: Callable[..., tuple[int, str, str]], tmp_path: Path, words: tuple[str, ...]
) -> None:
    status, out, err = birikme("document", *words, "-o", tmp_path / "x.docx")
    assert (status, out, len(err.splitlines())) == (1, "", 1)
