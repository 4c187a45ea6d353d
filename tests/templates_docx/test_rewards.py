"""Rewards and half-years on paper: every field read back in both languages, and what stands without records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from db import appointments, calendar, members, schools
from db.analysis import members as analyses
from db.everything import TECHNICAL, tables
from db.growth import keeping
from db.meetings import agenda, deciding, planning
from db.models.all import BY_TABLE
from db.models.fields import Code
from db.rewards import proposals
from templates_docx import record_words
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.member_analysis import draft
from templates_docx.compose.rewards import draft_grounds
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

TODAY = dt.date(2027, 5, 20)


@dataclass
class World:
    association_id: int
    people: list[int]
    reward_id: int = 0


@pytest.fixture
def world(make_association: MakeAssociation) -> World:
    """A leader, her colleague with a course and an award, proposed at a meeting that voted."""
    association_id = make_association()
    calendar.ensure_school_year(2026)
    people = [each.person_id for each in members.members(association_id)]
    appointments.appoint(association_id, "leader", people[0])
    who = people[1]
    schools.save_person(who, subjects="Башталгыч класс", category="first", awards="Алкыш кат (2019)")
    keeping.add("award", association_id, who, title="Мактоо грамотасы", year=2021)
    keeping.add("course", association_id, who, topic="Окуу сабаттуулугу", certified_on=dt.date(2026, 10, 5))
    meeting_id = planning.plan(association_id, dt.date(2027, 5, 14), "14:00").value
    grounds = "\n".join([*draft_grounds(association_id, who, 2026, TODAY, "ky"), "Ата-энелер ыраазы"])
    reward_id = proposals.add(association_id, 2026, who, award="Ардак грамота", grounds=grounds).value
    item_id = proposals.put_on_agenda(reward_id, meeting_id, "Сыйлоого сунуштоо").value
    planning.start(meeting_id, "14:00")
    agenda.change(item_id, heard="Сунуш окулду.")
    deciding.count_votes(item_id, 9, 0, 1)
    planning.end(meeting_id, "15:00")
    proposals.propose(reward_id, dt.date(2027, 5, 14))
    return World(association_id, people, reward_id)


def printed(document: str, of: World, paper: PaperLanguage = "ky", **selected: Any) -> list[str]:
    made = make(document, Selection(of.association_id, today=TODAY, **selected), paper)
    return lines(print_paper(made))


REWARD = {
    "ky": [
        "Педагогикалык кеңешке",
        "СУНУШ",
        "Сунушталган сыйлык | Ардак грамота",
        "–\u00a0\u00a0Мактоо грамотасы (2021)",
        "–\u00a0\u00a0Алкыш кат (2019)",
        "–\u00a0\u00a0Курстары: Окуу сабаттуулугу.",
        "–\u00a0\u00a0Ата-энелер ыраазы.",
        "Негизи: УБнин № 1 протоколу, 2027-жылдын 14-майы (көчүрмө тиркелет)",
        "Добуш берүү: Макул – 9, каршы – жок, калыс – 1.",
        "Педагогикалык кеңештин чечими: № ____ протокол, ____",
    ],
    "ru": [
        "В педагогический совет",
        "ПРЕДСТАВЛЕНИЕ",
        "Вид награды | Ардак грамота",
        "–\u00a0\u00a0Мактоо грамотасы (2021)",
        "–\u00a0\u00a0Алкыш кат (2019)",
        "–\u00a0\u00a0Курсы: Окуу сабаттуулугу.",
        "–\u00a0\u00a0Ата-энелер ыраазы.",
        "Основание: Протокол МО № 1, 14 мая 2027 г. (выписка прилагается)",
        "Голосование: За – 9, против – нет, воздержались – 1.",
        "Решение педагогического совета: Протокол № ____, ____",
    ],
}


def test_a_reward_says_who_why_and_on_what_it_rests(world: World) -> None:
    for paper, expected in REWARD.items():
        found = printed("reward", world, paper)  # type: ignore[arg-type]
        assert [line for line in found if line in expected] == expected, found
    proposals.resolve(world.reward_id, "granted", "4", dt.date(2027, 5, 19))
    found = printed("reward", world, record_id=world.reward_id)
    assert "Педагогикалык кеңештин чечими: № 4 протокол, 2027-жылдын 19-майы; сыйлансын" in found
    assert "Бул окуу жылында сыйлоо сунушу жазылган эмес." in printed("reward", world, first_year=2025)


def test_an_analysis_is_drafted_then_kept_as_typed(world: World) -> None:
    drafted = printed("member-analysis", world, "ru", person_id=world.people[1], quarter=2)
    assert "–\u00a0\u00a0Курсы: Окуу сабаттуулугу." in drafted
    facts = draft(world.association_id, world.people[1], analyses.Time(2026, 1), TODAY, "ky")
    assert facts == ["Курстары: Окуу сабаттуулугу."]
    analyses.keep(
        world.association_id, world.people[1], 2026, 1, TODAY, "", facts="\n".join(facts), strong="Тартиптүү",
        advice="Тажрыйбасын бөлүшсүн",
    )  # fmt: skip
    for paper, fact in (("ky", "Курстары"), ("ru", "Курсы")):
        found = printed("member-analysis", world, paper, person_id=world.people[1], quarter=1)  # type: ignore[arg-type]
        assert [line for line in found if line[0] == "–"] == [f"–\u00a0\u00a0{fact}: Окуу сабаттуулугу."]
        assert {"Тартиптүү.", "Тажрыйбасын бөлүшсүн."} <= set(found)
    assert "Бул жарым жылдык боюнча жазуулар жок." in printed(
        "member-analysis", world, person_id=world.people[5], quarter=1
    )


def test_all_that_is_kept_is_told_in_her_language(world: World) -> None:
    told = {
        "ky": "1 | Отурум: № 1, 14.05.2027; абалы: катышты",
        "ru": "1 | Заседание: № 1, 14.05.2027; состояние: присутствовал(а)",
    }
    for paper, line in told.items():
        found = printed("member-everything", world, paper, person_id=world.people[1])  # type: ignore[arg-type]
        assert line in found, found
    assert any(line.startswith("Награды (1)") for line in found)
    assert "1 | Награда: Ардак грамота; прежние награды" not in found


def test_every_table_field_and_code_has_a_word() -> None:
    """Both languages stand on one line of the file."""
    known = record_words.words("ky")
    for table in ["person", *tables()]:
        assert ("table", table) in known
        for field in BY_TABLE[table]._meta.fields.values():
            if field.name in TECHNICAL:
                continue
            assert ("field", field.name) in known, field.name
            for code in filter(None, field.codes if isinstance(field, Code) else ()):
                assert {("code", code), ("code", f"{field.name}.{code}")} & set(known), code
    assert all(record_words.words(paper).values() for paper in ("ky", "ru"))  # type: ignore[arg-type]
