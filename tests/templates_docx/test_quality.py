"""The report on quality: every field of DOMAIN.md 12.7 in both languages, native charts, words, an empty year."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from db import appointments, calendar, connection
from db.associations import save_association
from db.errors import Refused
from db.members import add_members, members
from db.schools import save_school
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import TEACHERS
from tests.marks import QUARTERS, fill_marks, hold_tests

from .model_content import lines

TODAY = dt.date(2026, 12, 30)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
EXPECTED = {
    "ky": [
        "БИЛИМ САПАТЫНЫН МОНИТОРИНГИ",
        "2026-2027-окуу жылы · 2-чейрек",
        "№ | Класс | Предмет | Мугалим | Окуучу саны | Бошот. | н/а | «5» | «4» | «3» | «2» | Жетишүү, % | Сапат, % | "
        "СОУ, % | Орт. балл | Өткөн мезгил: сапат, % | Айырма, п. п.",
        "1 | 2-Г | Математика | Н. С. Байтемирова | 20 | 0 | – | – | – | – | – | – | – | – | – | – | –",
        "2 | 5-А | Кыргыз тили | Г. М. Асанова | 25 | 0 | 0 | 4 | 7 | 13 | 1 | 96,0 | 44,0 | 53,3 | 3,56 | 52,0 | −8,0",
        "4 | 5-Б | Математика | Н. Качкынбай кызы | 10 | 1 | 0 | 2 | 2 | 5 | 0 | 100,0 | 44,4 | 56,4 | 3,67 | 55,6 | "
        "−11,1",
        " | Бардыгы |  |  | 60 | 1 | 0 | 13 | 20 | 25 | 1 | 98,3 | 55,9 | 59,3 | 3,76 | 57,6 | −1,7",
        "Математика | 34 | 0 | 9 | 13 | 12 | 0 | 100,0 | 64,7 | 63,6 | 3,91 | 61,8 | +2,9",
        "Г. М. Асанова | 50 | 0 | 11 | 18 | 20 | 1 | 98,0 | 58,0 | 59,8 | 3,78 | 58,0 | 0,0",
        "1-чейрек | 59 | 1 | 13 | 21 | 23 | 1 | 96,6 | 57,6 | 59,2 | 3,79 | 48,0 | +9,6",
        "1 | 5-А | 25 | 4 | 8 | 0 | 2 | 1 | 0 | (4 + 8) ÷ 25 × 100 = 48,0 % | 40,0 | +8,0",
        "1 | 5-А, Математика | Чейректик тест | 18.12.2026 | 25 / 25 | 52,0 | 72,0 | −20,0 | ",
        "2 | 5-Б, Математика | Чейректик тест | 18.12.2026 | 8 / 9 | 62,5 | 44,4 | +18,1 | окуучу аз",
        "Өткөн мезгилде (1-чейрек) – 57,6 %: төмөндөдү, −1,7 п. п.",
        "Эң көп жогорулаган предмет: Математика, +2,9 п. п.",
        "Эң көп төмөндөгөн предмет: Кыргыз тили, −8,0 п. п.",
    ],
    "ru": [
        "МОНИТОРИНГ КАЧЕСТВА ЗНАНИЙ",
        "2026-2027 учебный год · 2 четверть",
        "№ | Класс | Предмет | Учитель | По списку | Осв. | н/а | «5» | «4» | «3» | «2» | Усп., % | Кач., % | СОУ, % | "
        "Ср. балл | Было: кач., % | Динамика, п. п.",
        " | Всего |  |  | 60 | 1 | 0 | 13 | 20 | 25 | 1 | 98,3 | 55,9 | 59,3 | 3,76 | 57,6 | −1,7",
        "В целом: успеваемость (13 + 20 + 25) ÷ 59 × 100 = 98,3 %; качество (13 + 20) ÷ 59 × 100 = 55,9 %; СОУ "
        "(100·13 + 64·20 + 36·25 + 16·1 + 7·0) ÷ 59 = 59,3 %.",
        "За прошлый период (1 четверть) – 57,6 %: снижение, −1,7 п. п.",
        "Больше всего снизилось качество в классе: 5-Б, −11,1 п. п.",
    ],
}


@pytest.fixture(scope="module")
def association_id(tmp_path_factory: pytest.TempPathFactory, _empty_store: Path) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("quality") / "data"
    folder.mkdir()
    shutil.copy(_empty_store, connection.path_of(folder))
    connection.open_for_writing(folder)
    school = save_school(name_ky="№ 7 мектеп", name_ru="Школа № 7").value
    made = save_association(None, school_id=school, name_ky="Бирикме", name_ru="МО").value
    add_members(made, TEACHERS)
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    appointments.appoint(made, "leader", members(made)[0].person_id)
    fill_marks(made, school)
    hold_tests(made)
    yield made
    connection.close()


def paper_of(association_id: int, paper: PaperLanguage = "ky", **selected: Any) -> bytes:
    return print_paper(make("quality", Selection(association_id, today=TODAY, **selected), paper))


def charts_of(paper: bytes) -> dict[str, list[tuple[str, list[str]]]]:
    """The charts by title: each series with its numbers."""
    with ZipFile(BytesIO(paper)) as package:
        roots = [etree.fromstring(package.read(each)) for each in package.namelist() if "/charts/chart" in each]
    return {
        "".join(root.find(f".//{C}title").itertext()): [
            (of.find(f"{C}tx").findtext(f".//{C}v"), [each.text for each in of.find(f"{C}val").iter(f"{C}v")])
            for of in root.iter(f"{C}ser")
        ]
        for root in roots
    }


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_report_has_every_field(association_id: int, paper: PaperLanguage) -> None:
    text = [line.replace("\xa0", " ") for line in lines(paper_of(association_id, paper))]
    assert [each for each in EXPECTED[paper] if each not in text] == []
    assert text[-1].endswith("Б. Асан уулу")


def test_the_charts_draw_what_the_tables_say(association_id: int) -> None:
    drawn = charts_of(paper_of(association_id))
    assert drawn["Класстар боюнча жетишүү жана билим сапаты, %"] == [
        ("Жетишүү", ["98.0", "100.0"]), ("Билим сапаты", ["58.0", "44.4"]),
    ]  # fmt: skip
    assert drawn["Предметтер боюнча билим сапаты, %"] == [
        ("1-чейрек", ["52.0", "61.8"]),
        ("2-чейрек", ["44.0", "64.7"]),
    ]
    assert ("Бардыгы", ["57.6", "55.9"]) in drawn["Чейректер боюнча билим сапаты, %"]
    assert drawn["Мугалимдер боюнча билим сапаты, %"] == [("Билим сапаты", ["58.0", "44.4"])]


def test_what_is_selected_alone_is_told(association_id: int) -> None:
    text = lines(paper_of(association_id, class_name="5-А", quarter=1))
    assert "2026-2027-окуу жылы · 1-чейрек · 5-А" in text
    assert sum(line.startswith(("1 | 5-А", "2 | 5-А")) for line in text) == 3
    person = members(association_id)[0].person_id
    assert "Бул мезгилдин баалары киргизиле элек." in lines(paper_of(association_id, person_id=person))


def test_an_empty_year_says_so(association_id: int) -> None:
    assert "Бул мезгилдин баалары киргизиле элек." in lines(paper_of(association_id, first_year=2030))
    assert "Оценки за этот период ещё не внесены." in lines(paper_of(association_id, "ru", first_year=2030))
    with pytest.raises(Refused) as error:
        paper_of(association_id, quarter=5)
    assert error.value.code == "plan_part_unknown"
