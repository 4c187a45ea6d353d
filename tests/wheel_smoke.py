"""The installed program, tried from outside: `.ci/run` names it in BIRIKME_PROGRAM and its wheel in BIRIKME_WHEEL."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]
PROGRAM = os.environ.get("BIRIKME_PROGRAM", "birikme")
WHEEL = os.environ.get("BIRIKME_WHEEL", "")
FLOORS = ("db", "templates_docx", "tui")
KINDS = {".py", ".docx", ".mo", ".tcss", ".toml", ".sql", ".tsv"}

FIRST_WORDS = {"ky": "Жардам", "ru": "Помощь"}
"""What the footer of the screen says in each language."""


def birikme(*words: object, folder: Path | None = None) -> str:
    """Run the installed program elsewhere; what it says. It must end well and complain of nothing."""
    command = [PROGRAM, *(["--data", str(folder)] if folder else []), *map(str, words)]
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (found.returncode, found.stderr) == (0, ""), command
    return found.stdout


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year, written by the installed program."""
    folder = tmp_path_factory.mktemp("example") / "data"
    birikme("demo", folder=folder)
    return folder


def documents() -> list[str]:
    return [each["id"] for each in json.loads(birikme("documents", "--json"))]


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_program_is_the_installed_one() -> None:
    assert birikme("--version").startswith("birikme ")
    assert not Path.cwd().is_relative_to(ROOT)


@pytest.mark.skipif(not WHEEL, reason="no wheel is named")
def test_the_wheel_holds_every_file_that_the_program_reads() -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*")
        if path.suffix in KINDS and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(WHEEL) as wheel:
        shipped = set(wheel.namelist())
    assert wanted - shipped == set()
    assert {name.split("/")[0] for name in shipped if ".dist-info/" not in name} == set(FLOORS)


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_every_document_is_made_in_both_languages(example: Path, tmp_path: Path, paper: str) -> None:
    texts = {}
    for document in documents():
        if document == "folder":  # a directory of its own, below
            continue
        place = tmp_path / f"{document}.docx"
        birikme("document", document, "--paper", paper, "-o", place, folder=example)
        texts[document] = text_of(place)
    assert all(len(text) > 200 for text in texts.values()), {name: len(text) for name, text in texts.items()}
    resolved = {"ky": "ТОКТОМ КЫЛЫНДЫ", "ru": "ПОСТАНОВИЛИ"}[paper]
    assert resolved in texts["protocol"]
    mark = {"ky": "МИСАЛ", "ru": "ПРИМЕР"}[paper]
    assert [name for name in texts if mark not in headed(tmp_path / f"{name}.docx")] == []


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_folder_is_made_with_its_contents(example: Path, tmp_path: Path, paper: str) -> None:
    birikme("document", "folder", "--paper", paper, "-o", tmp_path / "folder", folder=example)
    made = sorted((tmp_path / "folder").glob("*.docx"))
    assert len(made) > 60 and made[0].name.startswith("00")
    contents = text_of(made[0])
    assert [path.stem for path in made[1:] if path.stem not in contents] == []


def headed(path: Path) -> str:
    """The text of the page heads and feet, where МИСАЛ stands, with that of the pages."""
    sections = Document(str(path)).sections
    parts = (part for section in sections for part in (section.header, section.first_page_header, section.footer))
    return text_of(path) + "".join(paragraph.text for part in parts for paragraph in part.paragraphs)


def test_everything_goes_out_and_comes_in(example: Path, tmp_path: Path) -> None:
    birikme("export", tmp_path / "all.json", folder=example)
    birikme("import", tmp_path / "all.json", folder=tmp_path / "new")
    birikme("check", folder=tmp_path / "new")
    birikme("workbook", "members", "-o", tmp_path / "members.xlsx", folder=example)
    assert json.loads(birikme("search", "Асан", "--json", folder=example))


def test_the_plan_goes_out_comes_in_and_reaches_the_phone(example: Path, tmp_path: Path) -> None:
    book, year = tmp_path / "plan.xlsx", ("--year", 2026)
    birikme("export", tmp_path / "all.json", folder=example)
    birikme("import", tmp_path / "all.json", folder=tmp_path / "copy")
    birikme("workbook", "plan", *year, "-o", book, folder=example)
    previewed = birikme("import", "plan", book, *year, "--dry-run", folder=tmp_path / "copy")
    assert previewed == birikme("import", "plan", book, *year, folder=tmp_path / "copy")
    assert len(previewed.splitlines()) > 60
    birikme("calendar", *year, "-o", tmp_path / "plan.ics", folder=example)
    assert (tmp_path / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") > 10


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_screen_opens_in_both_languages(example: Path, tmp_path: Path, language: str) -> None:
    command = [PROGRAM, "--data", str(example), "--lang", language]
    with Terminal(command, folder=tmp_path) as terminal:
        terminal.wait_for(FIRST_WORDS[language])
        terminal.send("F10")
        assert terminal.wait_end() == 0


def test_the_first_start_asks_for_the_school(tmp_path: Path) -> None:
    with Terminal([PROGRAM, "--data", str(tmp_path / "new"), "--lang", "ky"], folder=tmp_path) as terminal:
        terminal.wait_for("Кыргызча")


def test_the_example_year_opens_by_one_word(tmp_path: Path) -> None:
    with Terminal([PROGRAM, "--demo", "--lang", "ky"], folder=tmp_path) as terminal:
        terminal.wait_for("МИСАЛ")
