"""The analysis on paper: what it says in both languages, and that its figures are those of the records.

The figures are recomputed by a program of their own (`tests/independent`), which reads the export and the Word file.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import connection
from db.analysis import keeping, versions
from db.analysis.rows import Scope
from db.associations import associations
from db.exchange import export_json
from db.quality import views
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import copy_of

from .model_content import lines

TODAY = dt.date(2027, 6, 1)
RECOMPUTE = Path(__file__).parents[1] / "independent" / "recompute.py"
SAID = {
    "ky": [
        "УСУЛДУК БИРИКМЕНИН 2026-2027-ОКУУ ЖЫЛЫНДАГЫ ИШИНИН АНАЛИЗИ",
        "КАРАЛДЫ",
        "1. Жалпы маалымат",
        "Бирикменин мүчөлөрү: 12.",
        "4. Отурумдар жана чечимдердин аткарылышы",
        "Отурумдар: өткөрүлгөнү – 7, пландалганы – 7.",
        "7. Билим сапаты",
        "17. Келерки окуу жылынын милдеттери",
    ],
    "ru": [
        "АНАЛИЗ РАБОТЫ МЕТОДИЧЕСКОГО ОБЪЕДИНЕНИЯ ЗА 2026-2027 УЧЕБНЫЙ ГОД",
        "РАССМОТРЕНО",
        "Членов методического объединения: 12.",
        "Заседания: проведено – 7, запланировано – 7.",
        "Работу методического объединения признать удовлетворительной.",
    ],
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Scope]:
    """A copy of the example year."""
    folder = copy_of(example_folder, tmp_path_factory.mktemp("analysis") / "data")
    connection.open_for_writing(folder)
    own = associations()[0]
    of = Scope(own.id, 2026, 0, TODAY)
    keeping.write(of, 16, "Усулдук бирикменин иши канааттандырарлык деп табылсын.", "")
    versions.keep(of, "Толукталды")  # the one that was handed in would print as it was then
    yield of
    connection.close()


def paper_of(of: Scope, document: str = "analysis", paper: PaperLanguage = "ky", **selected: Any) -> bytes:
    first_year = selected.pop("first_year", of.first_year)
    made = Selection(of.association_id, first_year=first_year, today=TODAY, **selected)
    return print_paper(make(document, made, paper))


def compared(folder: Path, export: str, paper: bytes) -> tuple[int, str]:
    """Run the recomputation as a process of its own."""
    (folder / "export.json").write_text(export, encoding="utf-8")
    (folder / "paper.docx").write_bytes(paper)
    asked = [str(folder / "export.json"), str(folder / "paper.docx"), "--today", TODAY.isoformat()]
    done = subprocess.run([sys.executable, "-S", str(RECOMPUTE), *asked], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_every_figure_is_that_of_the_export(filled: Scope, tmp_path: Path, paper: PaperLanguage) -> None:
    made = paper_of(filled, paper=paper)
    said = [line.replace("\xa0", " ") for line in lines(made)]
    assert [each for each in SAID[paper] if each not in said] == []
    assert compared(tmp_path, export_json(), made) == (0, "every figure is the same\n")


def changed(content: dict[str, Any], table: str, of: Callable[[dict[str, Any]], bool], **values: Any) -> str:
    """The export with one row changed."""
    rows = content["records"]
    row = next(each for each in rows[table] if of(each))
    return json.dumps(content | {"records": rows | {table: [each | values if each is row else each for each in
                                                            rows[table]]}})  # fmt: skip


def test_one_changed_mark_is_noticed(filled: Scope, tmp_path: Path) -> None:
    made, content = paper_of(filled), json.loads(export_json())
    when = views.newest(filled.association_id, 2026)
    known = views.overview(filled.association_id, when).by_class()
    newest = next(each.uid for group in known if group.counts.whole for each in group.sheets if each.marks.get(4))
    sheet = next(row for row in content["records"]["mark_sheet"] if row["uid"] == newest)
    marks = {"mark_5": (sheet["mark_5"] or 0) + 1, "mark_4": sheet["mark_4"] - 1}
    status, said = compared(tmp_path, changed(content, "mark_sheet", lambda row: row is sheet, **marks), made)
    assert status == 1 and "Класстар боюнча сапат" in said and "«5»" in said
    test = next(row for row in content["records"]["control_test_mark"] if row["pupils"] > 1)
    other = changed(content, "control_test_mark", lambda row: row is test, pupils=test["pupils"] + 1)
    assert compared(tmp_path, other, made)[0] == 1


def test_the_program_that_recomputes_imports_nothing_of_ours() -> None:
    for path in RECOMPUTE.parent.glob("*.py"):
        assert not {"db", "tui", "templates_docx", "docx"} & set(path.read_text(encoding="utf-8").split()), path


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_short_one_goes_along_the_plan_and_ends_with_who_read_it(filled: Scope, paper: PaperLanguage) -> None:
    said = lines(paper_of(filled, "analysis-short", paper))
    assert any(line.startswith("1 | ") and "3 / 3 (100,0" in line for line in said)
    assert said[-1].startswith("Таанышты: ОББ" if paper == "ky" else "Ознакомлен(а): завуч")


def test_a_quarter_says_less_and_an_empty_year_says_so(filled: Scope) -> None:
    quarter = lines(paper_of(filled, quarter=1))
    assert quarter[0] == "КАРАЛДЫ" and "9. Улантуучулук" not in quarter
    assert "Бул боюнча маалымат киргизилген эмес." in lines(paper_of(filled, first_year=2035))
    assert "Плана на это время нет." in lines(paper_of(filled, "analysis-short", "ru", first_year=2035))


def test_what_was_handed_in_prints_from_its_own_row(filled: Scope) -> None:
    keeping.write(filled, 15, "Көйгөй жок.", "")
    number = versions.keep(filled, "Толукталды").value
    version = versions.versions(filled)[-1]
    versions.step(version.id, "handed_in", dt.date(2027, 5, 30), None, "Г. Т. Эсенова")
    keeping.write(filled, 16, "Башка сөз.", "")
    said = lines(paper_of(filled))
    assert version.version == number and "Көйгөй жок." in said and "Башка сөз." not in said
    assert "Кабыл алды: ОББ Г. Т. Эсенова, 2027-жылдын 30-майы" in said
