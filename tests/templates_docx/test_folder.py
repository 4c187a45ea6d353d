"""The folder: what stands ready in a year, all of it made at once, stopped, and never over what a person changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from db import folder as records
from db.errors import Refused
from db.plans import yearly
from templates_docx import folder_files
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.folder import standings
from templates_docx.documents import Selection, make, print_paper
from templates_docx.folder import PAPERS
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting
from tests.db.journal.lived import lived

from .model_content import lines

TODAY = dt.date(2026, 11, 22)


def chosen(association: int, year: int = 2026) -> Selection:
    return Selection(association, first_year=year, today=TODAY)


def made(association: int, target: Path, paper: PaperLanguage = "ky", year: int = 2026, **more: Any) -> Any:
    told: list[tuple[int, int, str]] = []
    stopped = more.get("stopped", lambda: False)
    found = folder_files.make(chosen(association, year), paper, target, lambda *each: told.append(each), stopped)
    return found, told


def contents(target: Path) -> list[str]:
    [path] = target.glob("00 *.docx")
    return [line.replace("\n", "⏎") for line in lines(path.read_bytes())]


@pytest.fixture
def association(make_association: MakeAssociation, make_meeting: MakeMeeting) -> int:
    found = make_association()
    lived(found, make_meeting)
    yearly.start_from_template(found, 2026, "ky")
    return found


def test_the_twenty_papers_and_how_they_stand(
    association: int, tmp_path: Path, data_folder: Path, count_queries: CountQueries
) -> None:
    source = tmp_path / "Жобо.docx"
    source.write_bytes(b"x")
    records.put_in(source, data_folder, association, 1)
    with count_queries() as statements:
        found = standings(chosen(association), "ky")
    states = {each.paper.number: each.state for each in found}
    assert list(states) == list(range(1, 21)) == [each.number for each in PAPERS]
    assert [states[number] for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13)] == [
        "ready", "own", "ready", "later", "ready", "ready", "ready", "ready", "ready", "nothing",
    ]  # fmt: skip
    assert next(piece.name for piece in found[5].pieces) == "06 Чейректик иш планы 1-чейрек"
    assert "08 Протокол № 1 14.11.2026" in [piece.name for piece in found[7].pieces]
    assert len(statements) <= 11


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_all_of_it_is_made_with_a_table_of_contents(
    association: int, tmp_path: Path, data_folder: Path, paper: PaperLanguage
) -> None:
    source = tmp_path / "Буйрук № 5.pdf"
    source.write_bytes(b"%PDF")
    records.put_in(source, data_folder, association, 1)
    target = tmp_path / "УБ папкасы"
    found, told = made(association, target, paper)
    names = sorted(path.name for path in target.iterdir())
    assert found.count == len(names)
    assert found.failed == ()
    assert told[-1][0] == told[-1][1] == len(names) - 2  # her own paper and the contents are no work
    assert "01 Буйрук № 5.pdf" in names
    text = contents(target)
    own = {"ky": "1 | УБ жөнүндө жобо, түзүү жөнүндө буйрук", "ru": "1 | Положение о МО, приказ о его создании"}[paper]
    ready = {"ky": "даяр", "ru": "готово"}[paper]
    assert f"{own} | 01 Буйрук № 5.pdf | {ready}" in text
    missing = {"ky": "4 | Өткөн жылдын анализи |  | бул жерде азырынча жүргүзүлбөйт",
               "ru": "4 | Анализ прошлого года |  | пока здесь не ведётся"}[paper]  # fmt: skip
    assert missing in text
    assert all(Document(str(target / name)) for name in names if name.endswith(".docx"))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_empty_year_has_its_contents_alone(make_association: MakeAssociation, tmp_path: Path) -> None:
    found, _told = made(make_association(members=0), tmp_path / "бош", year=2031)
    assert (found.count, [path.name for path in found.path.iterdir()]) == (1, ["00 УБ папкасы.docx"])
    assert "5 | Жылдык иш планы |  | азырынча жок" in contents(found.path)


def test_stopped_it_leaves_nothing(association: int, tmp_path: Path) -> None:
    calls = iter([False, False, True])
    found, told = made(association, tmp_path / "токтогон", stopped=lambda: next(calls))
    assert found is None
    assert len(told) == 2
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == []


def test_what_a_person_changed_stays_and_the_rest_is_renewed(association: int, tmp_path: Path) -> None:
    target = tmp_path / "папка"
    made(association, target)
    path = target / "03 Мүчөлөрдүн тизмеси.docx" if (target / "03 Мүчөлөрдүн тизмеси.docx").exists() else next(
        target.glob("03 *.docx")
    )  # fmt: skip
    document = Document(str(path))
    document.add_paragraph("колдон кошулду")
    document.save(str(path))
    before = path.read_bytes()
    count = len(list(target.iterdir()))
    found, _told = made(association, target)
    assert path.read_bytes() == before
    assert found.beside == (f"{path.stem} (2).docx",)
    assert len(list(target.iterdir())) == count + 1


def test_a_paper_of_her_own_comes_in_and_goes_out(association: int, tmp_path: Path, data_folder: Path) -> None:
    source = tmp_path / "а b.pdf"
    source.write_bytes(b"1")
    names = [records.put_in(source, data_folder, association, 2) for _each in range(2)]
    assert names == ["02 а b.pdf", "02 а b (2).pdf"]
    assert {number: len(files) for number, files in records.own_files(association).items()} == {2: 2}
    records.take_out(data_folder, association, names[0])
    assert [path.name for path in records.own_files(association)[2]] == [names[1]]
    assert source.exists()
    with pytest.raises(Refused, match="file_missing"):
        records.put_in(tmp_path / "жок.pdf", data_folder, association, 2)


def test_its_contents_alone_are_a_document_too(association: int) -> None:
    text = lines(print_paper(make("folder", chosen(association), "ky")))
    assert any("08 Протокол № 1 14.11.2026" in line for line in text)
