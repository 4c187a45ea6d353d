"""The criteria on paper in both languages: a draft to be adopted, an adopted version, none at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import members
from db.appointments import appoint
from db.evaluations import criteria
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

EXPECTED: dict[PaperLanguage, tuple[list[str], str]] = {
    "ky": (
        [
            "КАБЫЛ АЛЫНДЫ",
            "МУГАЛИМДЕРДИН ИШИН БААЛООНУН КРИТЕРИЙЛЕРИ",
            "№ | Критерий | Көрсөткүч | Макс. | Эсептөө эрежеси | Далили",
            "Билим сапаты – 25 упай",
            "5 | Ачык сабак | мектеп – 3; район – 5; область – 7; республика – 10 | 10 | ар бири үчүн, чегине чейин"
            " | сабакты талдоо баракчасы",
            "Жыйынтыгы, упай: 100",
        ],
        "Педкеңеш, № 1, 2026-жылдын 28-августу",
    ),
    "ru": (
        [
            "ПРИНЯТО",
            "КРИТЕРИИ ОЦЕНИВАНИЯ ТРУДА УЧИТЕЛЕЙ",
            "№ | Критерий | Показатель | Макс. | Правило подсчёта | Подтверждение",
            "Качество знаний – 25 баллов",
            "5 | Открытый урок | школа – 3; район – 5; область – 7; республика – 10 | 10 | за каждый, до максимума"
            " | лист анализа урока",
            "Итого, баллов: 100",
        ],
        "Педкеңеш, № 1, 28 августа 2026 г.",
    ),
}


def printed(association: int, paper: PaperLanguage, **selected: Any) -> list[str]:
    found = make("criteria", Selection(association, today=dt.date(2026, 11, 22), **selected), paper)
    return [line.replace("–\xa0", "– ") for line in lines(print_paper(found))]


def test_the_paper_of_a_draft_and_of_an_adopted_version(make_association: MakeAssociation) -> None:
    association = make_association()
    appoint(association, "leader", members.members(association)[0].person_id, since=dt.date(2026, 8, 1))
    assert "Критерийлер азырынча жок." in printed(association, "ky")
    version = criteria.ensure_default(association).value
    draft = [" ".join(line.split()) for line in printed(association, "ky")]
    assert any("____" in line for line in draft[:6])
    criteria.adopt(version, "Педкеңеш, № 1", dt.date(2026, 8, 28))
    for paper, (expected, adopted) in EXPECTED.items():
        text = printed(association, paper, record_id=version)
        assert [line for line in (*expected, adopted) if line not in text] == []


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_no_text_of_the_usual_criteria_stays_in_the_other_language(
    make_association: MakeAssociation, paper: PaperLanguage
) -> None:
    association = make_association()
    criteria.ensure_default(association)
    assert make("criteria", Selection(association), paper).untranslated == 0
