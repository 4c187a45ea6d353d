"""The plan's papers from content: whole text in both languages, words of terms and states, stamps, empty plans."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.documents import template_path
from templates_docx.plan_fact import fact_values
from templates_docx.plan_terms import month_text, state_text, term_text
from templates_docx.plans import month_values, quarter_values, year_values
from templates_docx.render import render
from templates_docx.values import Filled, Typed

from .model_content import header, lines
from .plan_content import approval, figures, line, meeting, of_days, on_day, plan_content, proof, section, term

EXPECTED = Path(__file__).parent / "expected"
DAY = "2026-11-22"
Make = Callable[[dict[str, Any], str, PaperLanguage], Filled]
MAKE: dict[str, Make] = {
    "plan-year": year_values,
    "plan-quarter": quarter_values,
    "plan-month": month_values,
    "plan-fact": fact_values,
}
PART: dict[str, dict[str, Any]] = {
    "plan-year": {},
    "plan-quarter": {"scope": "quarter", "part": 2, "approvals": [], **of_days("2026-11-10", "2026-12-30")},
    "plan-month": {
        **of_days("2026-11-01", "2026-11-30"),
        "meetings": [meeting(3, "2026-11-27", ["Ар кандай маселелер жөнүндө"])],
        "scope": "month",
        "part": 11,
        "version": 2,
        "reason": "карантин",
        "approvals": [approval("considered", "2026-10-28", meeting_number=2), approval("agreed", "2026-10-30")],
    },
    "plan-fact": {},
}
"""How each paper's plan differs from the year's."""


def moved_to(day: str) -> dict[str, Any]:
    return {"moved_to": term("day", begins=day), "first": day, "last": day}


def paper_of(document: str, paper: PaperLanguage, **changes: Any) -> bytes:
    content = plan_content(**(PART[document] | changes))
    return render(template_path(document, paper), MAKE[document](content, DAY, paper).values)


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", MAKE)
def test_whole_text_of_the_plans(document: str, paper: PaperLanguage) -> None:
    expected = (EXPECTED / f"{document}.{paper}.txt").read_text(encoding="utf-8").splitlines()
    assert [each.replace("\n", "⏎") for each in lines(paper_of(document, paper))] == expected


@pytest.mark.parametrize(
    ("document", "ky", "ru"),
    [
        ("plan-year", "2026-2027-окуу жылына карата жылдык иш планы", "План работы на 2026-2027 учебный год"),
        (
            "plan-quarter",
            "2026-2027-окуу жылынын 2-чейрегине карата иш планы",
            "План работы на 2 четверть 2026-2027 учебного года",
        ),
        (
            "plan-month",
            "2026-жылдын ноябрь айына иш планы, 2-редакциясы",
            "План работы на ноябрь 2026 г., редакция 2",
        ),
        ("plan-fact", "Пландын аткарылышы, 2026-2027-окуу жылы", "Выполнение плана, 2026-2027 учебный год"),
    ],
)
def test_a_file_is_named_by_the_plan_and_its_version(document: str, ky: str, ru: str) -> None:
    content = plan_content(**PART[document])
    assert [MAKE[document](content, DAY, paper).title for paper in ("ky", "ru")] == [ky, ru]


def test_the_months_after_the_new_year_are_of_the_next_one() -> None:
    content = plan_content(scope="month", part=2)
    assert month_values(content, DAY, "ky").title == "2027-жылдын февраль айына иш планы"


TERMS = [
    (term("day", begins="2026-09-15"), "15.09", "15.09"),
    (term("span", begins="2026-11-23", ends="2026-11-28"), "23.11–28.11", "23.11–28.11"),
    (term("span", begins="2026-11-23", ends="2026-11-23"), "23.11", "23.11"),
    (term("month", month=11), "ноябрь", "ноябрь"),
    (term("quarter", quarter=2), "2-чейрек", "2 четверть"),
    (term("year"), "жыл бою", "в течение года"),
]


@pytest.mark.parametrize(("when", "ky", "ru"), TERMS)
def test_a_term_is_said_in_words(when: dict[str, Any], ky: str, ru: str) -> None:
    assert [term_text(when, texts("ky")), term_text(when, texts("ru"))] == [ky, ru]


def test_the_month_of_a_quarter_s_line_follows_from_its_term() -> None:
    span = term("span", begins="2026-11-28", ends="2026-12-05")
    assert month_text(span, texts("ky")) == "ноябрь–декабрь"
    assert [month_text(when, texts("ru")) for when, _ky, _ru in TERMS[2:]] == [
        "ноябрь",
        "ноябрь",
        "в течение четверти",
        "в течение четверти",
    ]


def test_a_plan_names_the_term_it_was_made_with_and_one_that_got_the_line_later_the_new_term() -> None:
    planned = on_day(1, "Ачык сабак", "2026-11-12", state="moved") | moved_to("2026-12-03")
    for moved_in, day in ((False, "12.11"), (True, "03.12")):
        content = plan_content(
            scope="month", part=11, sections=[section(8, "Сабактар", "Уроки", planned | {"moved_in": moved_in})]
        )
        [row] = [each for each in month_values(content, DAY, "ky").values["rows"] if "сабак" in each["text"]]
        assert (row["day"], row["done"]) == (day, "жылдырылды: 03.12")


@pytest.mark.parametrize(
    ("changes", "ky", "ru"),
    [
        ({}, "", ""),
        ({"state": "overdue"}, "мөөнөтү өттү", "просрочено"),
        (
            {"state": "marked", "reason": "оозеки"},
            "белгиленген, далили жок (оозеки)",
            "отмечено без подтверждения (оозеки)",
        ),
        (
            {"state": "done_late", "done_on": "2026-11-30", "reason": "грипп."} | moved_to("2026-11-26"),
            "жылдырылды: 26.11; кечигип аткарылды, 30.11.2026 (грипп)",
            "перенесено: 26.11; выполнено с опозданием, 30.11.2026 (грипп)",
        ),
        (
            {"state": "partly", "proofs": [proof("2026-10-16", 2), proof("2026-10-20", 2), proof("2026-11-20")]},
            "толук эмес аткарылды, протокол № 2",
            "выполнено частично, протокол № 2",
        ),
    ],
)
def test_what_became_of_a_line(changes: dict[str, Any], ky: str, ru: str) -> None:
    made = line(1, "Ачык сабак", **changes)
    said = [state_text(made, Typed(paper, paper, {}), texts(paper)) for paper in ("ky", "ru")]
    assert said == [ky, ru]


@pytest.mark.parametrize(
    ("document", "ky", "ru"),
    [
        ("plan-year", "Планга азырынча эч кандай иш киргизиле элек.", "В план пока ничего не внесено."),
        ("plan-quarter", "Бул чейрекке эч кандай иш пландалган эмес.", "На эту четверть ничего не запланировано."),
        ("plan-month", "Бул айга эч кандай иш пландалган эмес.", "На этот месяц ничего не запланировано."),
        ("plan-fact", "Планга азырынча эч кандай иш киргизиле элек.", "В план пока ничего не внесено."),
    ],
)
def test_a_plan_without_lines_says_so(document: str, ky: str, ru: str) -> None:
    nothing = {"rows": [], "unplanned": figures()["rows"][2], "total": figures()["rows"][2]}
    bare = {"sections": [section(1, "Анализ", "Анализ")], "unplanned": [], "meetings": [], "fact": figures() | nothing}
    for paper, sentence in (("ky", ky), ("ru", ru)):
        text = lines(paper_of(document, paper, **bare))
        assert sentence in text
        assert not any("Иштин мазмуну" in each or "Содержание работы" in each for each in text)


def test_a_plan_all_of_which_is_done_has_nothing_to_explain() -> None:
    done = section(8, "Сабактар", "Уроки", on_day(1, "Ачык сабак", "2026-11-14", state="done_in_time"))
    text = lines(paper_of("plan-fact", "ky", sections=[done]))
    assert "Мөөнөтү өткөн, жылдырылган же пландан чыгарылган иш жок." in text


@pytest.mark.parametrize(
    ("document", "approvals", "draft"),
    [
        ("plan-year", [], True),
        ("plan-year", ["considered", "agreed"], True),
        ("plan-year", ["considered", "agreed", "approved"], False),
        ("plan-quarter", ["considered"], True),
        ("plan-quarter", ["agreed"], False),
        ("plan-month", ["approved"], False),
    ],
)
def test_a_plan_is_a_draft_until_its_last_step(document: str, approvals: list[str], draft: bool) -> None:
    passed = [approval(step, "2026-09-01") for step in approvals]
    assert header(paper_of(document, "ky", approvals=passed)) == ("ДОЛБООР" if draft else "")
    assert header(paper_of(document, "ru", approvals=passed, example=True)).endswith("ПРИМЕР")


def test_steps_not_yet_passed_are_left_to_be_written_in() -> None:
    empty = {"director": "", "head_of_studies": ""}
    content = plan_content(approvals=[], school=plan_content()["school"] | empty, leader=None)
    stamps = lines(render(template_path("plan-year", "ky"), year_values(content, DAY, "ky").values))[1]
    assert stamps.replace("\n", "⏎") == (
        "КАРАЛДЫ⏎УБ отуруму, протокол № ____⏎20___-жылдын «___» ______________⏎УБ жетекчиси: __________________⏎____"
        " | МАКУЛДАШЫЛДЫ⏎Окуу бөлүмүнүн башчысы (ОББ)⏎__________________ ⏎20___-жылдын «___» ______________"
        " | БЕКИТЕМИН⏎Мектептин директору⏎__________________ ⏎20___-жылдын «___» ______________"
    )


def test_a_meeting_is_called_as_the_school_calls_it() -> None:
    words = plan_content()["words"] | {"meeting_ky": "чогулуш"}
    text = "\n".join(lines(paper_of("plan-year", "ky", words=words)))
    assert "УБ чогулушу, протокол № 1" in text
    assert "\nЧогулуштар\n" in text
    alone = paper_of("plan-month", "ky", words=words, sections=[])
    assert "1 | 27.11 | УБ № 3 чогулушу | 14.00, № 12 кабинет | Г. М. Асанова | " in lines(alone)


def test_typed_texts_of_the_other_language_are_counted() -> None:
    assert [year_values(plan_content(), DAY, paper).untranslated for paper in ("ky", "ru")] == [0, 14]


def test_three_hundred_lines_all_come() -> None:
    many = section(8, "Сабактар", "Уроки", *(line(number, f"Иш {number}") for number in range(1, 301)))
    text = lines(paper_of("plan-year", "ky", sections=[many]))
    assert [each for each in text if each.startswith("8.300 | Иш 300 | жыл бою")]
    assert sum(" | Иш " in each for each in text) == 300
