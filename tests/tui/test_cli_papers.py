"""What selects a document on the command line, tried on the example year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from db import connection
from tui import cli

Made = Callable[..., str]


@pytest.fixture
def made(example_folder: Path, tmp_path: Path) -> Made:
    """Make a document; its whole text, tables too."""

    def make(*words: object) -> str:
        place = tmp_path / "paper.docx"
        place.unlink(missing_ok=True)
        assert cli.run(["--data", str(example_folder), "document", *map(str, words), "-o", str(place)]) == 0
        body = Document(str(place)).element.body
        return "".join(node.text or "\n" for node in body.iter() if node.tag.endswith(("}t", "}p")))

    return make


def refused(example_folder: Path, capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert cli.run(["--data", str(example_folder), "document", *map(str, words), "-o", "nothing.docx"]) == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("number", [1, 3])
def test_a_meeting_is_selected_by_its_number(made: Made, number: int) -> None:
    text = made("protocol", "--meeting", number)
    assert f"№ {number}" in text
    assert made("protocol", "--meeting", number, "--year", 2026) == text


def test_without_a_meeting_it_is_the_last_one_held(made: Made) -> None:
    text = made("protocol")
    assert text == made("protocol", "--year", 2026)
    assert text != made("protocol", "--meeting", 1)


def test_an_extract_holds_the_items_that_are_named(made: Made) -> None:
    whole, one = made("extract", "--meeting", 1), made("extract", "--meeting", 1, "--item", 2)
    both = made("extract", "--meeting", 1, "--item", 1, "--item", 2)
    assert len(one) < len(both) < len(whole)


def test_an_earlier_version_stays_printable(
    made: Made, example_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    amended = next(number for number in range(1, 9) if _versions(example_folder, number) == 2)
    assert made("protocol", "--meeting", amended, "--edition", 1) != made("protocol", "--meeting", amended)
    assert made("protocol", "--meeting", amended, "--edition", 2) == made("protocol", "--meeting", amended)
    assert refused(example_folder, capsys, "protocol", "--meeting", amended, "--edition", 3)


def _versions(example_folder: Path, number: int) -> int:
    from db.associations import associations
    from db.meetings.sheet import meetings

    connection.open_for_reading(example_folder)
    try:
        [association] = associations()
        return max(each.version for each in meetings(association.id, 2026) if each.number == number)
    finally:
        connection.close()


def test_the_paper_speaks_its_own_language(made: Made) -> None:
    assert "ТОКТОМ КЫЛЫНДЫ" in made("protocol", "--meeting", 1, "--lang", "ru")
    assert "ПОСТАНОВИЛИ" in made("protocol", "--meeting", 1, "--paper", "ru", "--lang", "ky")


@pytest.mark.parametrize(
    "words",
    [
        ("protocol", "--meeting", 99),
        ("protocol", "--meeting", 1, "--year", 1999),
        ("protocol", "--year", 1999),
        ("extract", "--meeting", 1, "--item", 99),
        ("protocol-journal", "--meeting", 1),
        ("protocol", "--item", 1),
        ("members", "--year", 2026),
    ],
)
def test_what_is_not_there_is_refused(
    example_folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[object, ...]
) -> None:
    assert len(refused(example_folder, capsys, *words).splitlines()) == 1


def test_what_is_not_there_and_what_no_disk_takes_is_named(
    example_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(example_folder, capsys, "protocol", "--meeting", 77) == "№ 77 отурум жок.\n"
    place = str(tmp_path / ("а" * 300 + ".docx"))
    assert cli.run(["--data", str(example_folder), "document", "protocol", "-o", place]) == 1
    assert capsys.readouterr().err.startswith("Файлдын аты өтө узун")


def test_all_that_is_kept_about_a_member(made: Made, example_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "МҮЧӨ ЖӨНҮНДӨ САКТАЛГАН БАРДЫК МААЛЫМАТ" in made("member", "--everything", "--member", "Асан уулу")
    assert "--everything" in refused(example_folder, capsys, "members", "--everything")
