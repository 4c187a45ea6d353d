"""The command line: options on either side of the command, one line for every refusal, never a traceback."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from db import connection, instance_lock
from db.associations import save_association
from db.first_start import set_up
from db.members import add_members
from tests.db.core import bare
from tests.db.test_migrations import old_file
from tui import cli

TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def _at_rest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "data"
    connection.open_for_writing(folder)
    made = set_up("№ 7 мектеп", "", "Башталгыч класстар", "Начальные классы", "Асанова Гүлнара Маратовна", TODAY).value
    add_members(made.association_id, ["Үсөнова Кундуз Абдыкадыровна 1-В", "Өмүралиева Сонун 3-А"])
    save_association(None, school_id=made.school_id, name_ky="Табигый илимдер")
    connection.fold_log()
    connection.close()
    return folder


@pytest.fixture
def folder(_at_rest: Path, data_folder: Path) -> Path:
    """Data at rest: a school, two associations, three members of the first."""
    return Path(shutil.copytree(_at_rest, data_folder))


@pytest.fixture
def birikme(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line on the data; status, output, error output."""

    def run(*words: object) -> tuple[int, str, str]:
        status = cli.run(["--data", str(folder), *map(str, words)])
        found = capsys.readouterr()
        return status, found.out, found.err

    return run


Birikme = Callable[..., tuple[int, str, str]]


def test_the_documents_are_listed_for_people_and_programs(birikme: Birikme) -> None:
    status, out, err = birikme("documents", "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert [set(each) for each in found] == [{"id", "title", "selectors"}] * len(found)
    wanted = {"protocol", "protocol-short", "extract", "agenda", "decisions", "protocol-journal", "members"}
    assert wanted <= {each["id"] for each in found}
    assert [line.split()[0] for line in birikme("documents")[1].splitlines()] == [each["id"] for each in found]


@pytest.mark.parametrize(("language", "title"), [("ky", "Көчүрмө"), ("ru", "Выписка"), ("en", "Extract")])
def test_an_option_stands_before_or_after_the_command(birikme: Birikme, language: str, title: str) -> None:
    before = birikme("--lang", language, "documents")[1]
    after = birikme("documents", "--lang", language)[1]
    assert before == after
    assert title.lower() in after.lower()


def test_of_an_option_given_twice_the_later_wins(birikme: Birikme, tmp_path: Path) -> None:
    status, out, _err = birikme("--lang", "ru", "documents", "--lang", "en")
    assert (status, "Extract" in out) == (0, True)
    assert birikme("search", "Асан", "--data", tmp_path / "nowhere")[0] == 1


def test_a_document_goes_where_it_is_asked(birikme: Birikme, tmp_path: Path) -> None:
    place = tmp_path / "тизме.docx"
    status, out, err = birikme("document", "members", "--paper", "ru", "-o", place)
    assert (status, out.strip(), err) == (0, str(place), "")
    assert place.read_bytes().startswith(b"PK")


def test_a_document_into_a_folder_gets_its_own_name(birikme: Birikme, tmp_path: Path) -> None:
    status, out, _err = birikme("document", "members", "-o", tmp_path)
    assert status == 0
    assert Path(out.strip()).parent == tmp_path
    assert Path(out.strip()).suffix == ".docx"


def test_what_a_person_changed_is_not_overwritten(birikme: Birikme, tmp_path: Path) -> None:
    place = tmp_path / "x.docx"
    place.write_bytes(b"mine")
    status, out, err = birikme("document", "members", "-o", place)
    assert (status, place.read_bytes()) == (0, b"mine")
    assert out.strip() == str(tmp_path / "x (2).docx")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("document", "nothing-such", "-o", "x.docx"),
        ("document", "protocol", "-o", "x.docx"),
        ("document", "protocol", "--meeting", "9", "-o", "x.docx"),
        ("document", "members", "--meeting", "1", "-o", "x.docx"),
        ("document", "members", "--association", "Жок", "-o", "x.docx"),
        ("document", "members", "--association", "илим класс", "-o", "x.docx"),
        ("import", "nothing.json"),
        ("import", "marks", "nothing.xlsx"),
        ("restore", "nothing.db"),
        ("demo",),
        (),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_what_is_refused_is_said_in_one_line(birikme: Birikme, words: tuple[str, ...], language: str) -> None:
    status, out, err = birikme(*words, "--lang", language)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert not re.search(r"\(\w+_\w+\)", err), "a code is no sentence"


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",), ("document", "members"), ("documents", "--lang", "de"), ("documents", "--nothing"),
        ("document", "protocol", "-o", "x", "--meeting", "three"), ("document", "agenda", "-o", "x", "--meeting", "-1"),
        ("document", "protocol", "-o", "x", "--meeting", "٣"), ("document", "members", "--paper", "en", "-o", "x"),
        ("workbook", "chess", "-o", "x"), ("--demo", "documents"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_said_in_one_line_and_ends_with_two(birikme: Birikme, words: tuple[str, ...]) -> None:
    status, out, err = birikme(*words)
    assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_a_name_that_means_several_is_refused_and_they_are_named(birikme: Birikme, folder: Path) -> None:
    connection.open_for_writing(folder)
    save_association(None, school_id=1, name_ky="Башталгыч илимдер")
    connection.close()
    status, _out, err = birikme("document", "members", "--association", "башталгыч", "-o", "x.docx")
    assert status == 1
    assert "Башталгыч класстар" in err
    assert "Башталгыч илимдер" in err


def test_a_name_is_found_however_it_is_typed(birikme: Birikme, tmp_path: Path) -> None:
    assert birikme("document", "members", "--association", "ТАБИГЫЙ", "-o", tmp_path / "x.docx")[0] == 0


def test_anything_is_found_by_the_beginnings_of_words(birikme: Birikme) -> None:
    status, out, _err = birikme("search", "усонова", "--json")
    [found] = json.loads(out)
    assert status == 0
    assert set(found) == {"kind", "uid", "title", "snippet"}
    assert (found["kind"], found["title"]) == ("person", "Үсөнова Кундуз Абдыкадыровна")
    assert "Үсөнова" in birikme("search", "кун", "усон")[1]
    assert birikme("search", "жоксөз") == (0, "", "")


def test_everything_goes_out_as_json_and_comes_in_elsewhere(birikme: Birikme, tmp_path: Path) -> None:
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    assert birikme("export", first)[0] == 0
    assert birikme("import", first)[0] == 1
    assert birikme("import", first, "--data", tmp_path / "new")[0] == 0
    assert birikme("export", second, "--data", tmp_path / "new")[0] == 0
    one, two = (json.loads(path.read_text(encoding="utf-8")) for path in (first, second))
    assert one["records"] == two["records"] != {}
    assert one["log"] == two["log"] != []


def test_members_go_out_and_come_in_as_a_workbook(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "мүчөлөр.xlsx"
    assert birikme("workbook", "members", "-o", book, "--lang", "ru")[:2] == (0, f"{book}\n")
    other = ("--association", "Табигый")
    status, out, err = birikme("import", "members", book, "--dry-run", *other)
    assert (status, err, len(out.splitlines())) == (0, "", 3)
    assert bare(folder, "SELECT count(*) FROM member") == [(3,)]
    assert birikme("import", "members", book, *other)[0] == 0
    assert bare(folder, "SELECT count(*) FROM member") == [(6,)]
    assert bare(folder, "SELECT count(*) FROM person") == [(3,)]


def test_a_workbook_with_a_wrong_row_brings_nothing(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    for line in (["Фамилиясы", "Аты", "Туулган күнү"], ["Жаңыева", "Айжан", "1980"], ["", "Бермет", ""]):
        book.active.append(line)
    book.save(tmp_path / "x.xlsx")
    status, out, err = birikme("import", "members", tmp_path / "x.xlsx")
    assert (status, len(err.splitlines())) == (1, 1)
    assert [line.split(" · ")[0] for line in out.splitlines()][-1] == "3"
    assert bare(folder, "SELECT count(*) FROM member") == [(3,)]


def test_data_of_an_older_version_is_brought_up_to_date_to_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old_file(tmp_path)
    assert cli.run(["--data", str(tmp_path), "check"]) == 1
    assert "school" in capsys.readouterr().err, "the row that was written by hand has no proof"
    assert bare(tmp_path, "PRAGMA user_version") == [(connection.SCHEMA_VERSION,)]


def test_copies_are_made_and_put_back(birikme: Birikme, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert birikme("backup", copy)[:2] == (0, f"{copy}\n")
    status, out, _err = birikme("backup")
    assert status == 0
    assert Path(out.strip()).is_relative_to(folder)
    assert birikme("restore")[1].splitlines()[0].startswith(f"{out.strip()} · ")
    bare(folder, "UPDATE person SET phone = 'x'")
    status, out, _err = birikme("restore", copy)
    assert (status, len(out.splitlines())) == (0, 2), "what is kept, and that nothing is lost"
    assert birikme("check")[0] == 0
    kept = next((folder / "backups").iterdir())
    kept.write_bytes(kept.read_bytes()[:-1])
    status, out, err = birikme("check")
    assert (status, len(err.splitlines()), kept.name in err) == (1, 1, True)
    assert bare(folder, "SELECT DISTINCT phone FROM person") == [("",)]


def test_healthy_data_is_whole_and_damaged_data_is_not(birikme: Birikme, folder: Path) -> None:
    assert birikme("check")[::2] == (0, "")
    bare(folder, "UPDATE person SET phone = '0555 12 34 56' WHERE id = 1")
    status, out, err = birikme("check")
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "0555" not in err


def test_reading_works_beside_an_open_screen_and_writing_does_not(
    birikme: Birikme, folder: Path, tmp_path: Path
) -> None:
    json_file, copy = tmp_path / "x.json", tmp_path / "x.db"
    reading = [("search", "Асан"), ("check",), ("export", json_file), ("backup", copy)]
    reading += [("document", "members", "-o", tmp_path / "x.docx"), ("workbook", "members", "-o", tmp_path / "x.xlsx")]
    with instance_lock.held(folder, "Асанова Г. М."):
        for words in reading:
            assert birikme(*words)[0] == 0, words
        for words in (("import", json_file), ("restore", copy)):
            status, out, err = birikme(*words)
            assert (status, out) == (1, "")
            assert "Асанова Г. М." in err


def test_output_is_utf8_whatever_the_console_says(folder: Path) -> None:
    command = [sys.executable, "-m", "tui", "--data", str(folder), "search", "Үсөнова"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    found = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=folder)
    assert "Үсөнова Кундуз" in found.stdout.decode("utf-8")


def test_a_reader_who_leaves_early_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m tui --data '{folder}' documents --json | head -c 1"
    found = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False, cwd=ROOT)
    assert found.stderr == b""


def test_an_unexpected_error_is_a_code_and_a_log_without_names(
    birikme: Birikme, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise KeyError("Асанова Гүлнара")

    monkeypatch.setattr("db.search.find", fail)
    status, out, err = birikme("search", "Асанова")
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "B-" in err
    log = (folder / "birikme.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "Асанова" not in log + err


def test_the_data_folder_is_named_by_option_variable_or_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIRIKME_DATA", "/somewhere")
    assert cli._read(["check"]).folder == Path("/somewhere")
    assert cli._read(["check", "--data", "here"]).folder == Path("here")
    monkeypatch.delenv("BIRIKME_DATA")
    assert cli._read([]).folder.name == "birikme"


def test_without_a_terminal_the_screen_does_not_open(birikme: Birikme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert birikme()[0] == 1
