"""The papers of the model meeting come out line by line, in both languages; empty parts leave no trace."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates_docx import reading
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import template_path
from templates_docx.protocols import agenda_values, extract_values, protocol_values
from templates_docx.render import render
from templates_docx.values import Filled

from .model_content import (
    ASANOVA,
    KADYROVA,
    PETROVA,
    decision,
    empty_content,
    first_item,
    header,
    item,
    lines,
    model_content,
    present,
    proposal,
    second_item,
    speech,
    vote,
)

EXPECTED = Path(__file__).parent / "expected"
PAPERS: dict[str, Callable[[dict[str, Any], PaperLanguage], Filled]] = {
    "protocol": protocol_values,
    "protocol-short": protocol_values,
    "extract": lambda content, paper: extract_values(content, (2,), paper),
    "agenda": agenda_values,
}


def printed(content: dict[str, Any], paper: PaperLanguage = "ky", document: str = "protocol") -> list[str]:
    return lines(render(template_path(document, paper), PAPERS[document](content, paper).values))


def one_item(**changes: Any) -> list[str]:
    """Return what is printed of a meeting's only item."""
    text = printed(model_content(items=[item(1, "План жөнүндө") | changes]))
    return text[text.index("КҮН ТАРТИБИ:") + 2 : -2]


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", PAPERS)
def test_model_paper_line_by_line(document: str, paper: PaperLanguage) -> None:
    content = model_content(items=[{**first_item(), "planned_minutes": 10}, second_item()])
    expected = (EXPECTED / f"{document}.{paper}.txt").read_text(encoding="utf-8").splitlines()
    assert printed(content, paper, document) == expected
    assert PAPERS[document](content, paper).untranslated == 0


def test_what_is_not_known_is_left_to_the_pen_and_what_is_empty_leaves_no_trace() -> None:
    text = printed(empty_content())
    assert text[2:] == [
        "ПРОТОКОЛ № ____",
        "усулдук бирикменин отуруму",
        "____\t____",
        "Төрага: ____",
        "Катчы: ____",
        "Катышкандар: ____",
        "Төрага:\t____________________ ____",
        "Катчы:\t____________________ ____",
    ]


def test_an_untouched_item_has_a_blank_and_a_touched_one_its_title() -> None:
    assert one_item() == ["1. УГУЛДУ: ____"]
    assert one_item(reporter=ASANOVA) == ["1. УГУЛДУ: Г. М. Асанова – ____"]
    decided = one_item(reporter=ASANOVA, decisions=[decision(1, "Бекитилсин")])
    assert decided == ["1. УГУЛДУ: Г. М. Асанова – План жөнүндө.", "ТОКТОМ КЫЛЫНДЫ:", "1.1. Бекитилсин."]


def test_a_question_and_a_decision_typed_small_begin_with_a_capital() -> None:
    printed = one_item(title="өсүү жөнүндө", decisions=[decision(1, "өткөрүлсүн"), decision(2, "«а» түзүлсүн")])
    assert [line for line in printed if "УГУЛДУ" in line] == ["1. УГУЛДУ: Өсүү жөнүндө."]
    assert printed[-2:] == ["1.1. Өткөрүлсүн.", "1.2. «а» түзүлсүн."]


def test_speeches_of_every_kind_and_of_guests() -> None:
    speeches = [
        speech("criticism", PETROVA, "график бузулду"),
        speech("remark", None, "убакытты сактагыла!", guest="Г. Т. Эсенова"),
        speech("question", None, "эмне үчүн?"),
    ]
    assert one_item(heard="маалымат.", speeches=speeches) == [
        "1. УГУЛДУ: маалымат.",
        "Суроо: эмне үчүн?",
        "ЧЫГЫП СҮЙЛӨШТҮ:",
        "Сын-пикир: О. И. Петрова – график бузулду.",
        "Эскертүү: Г. Т. Эсенова – убакытты сактагыла!",
    ]


def test_proposals_with_every_outcome() -> None:
    proposals = [
        proposal(PETROVA, "биринчи.", "open"),
        proposal(PETROVA, "экинчи.", "rejected", "каражат жок."),
        proposal(PETROVA, "үчүнчү", "postponed"),
        proposal(PETROVA, "төртүнчү?", "merged"),
    ]
    assert one_item(heard="маалымат", proposals=proposals)[1:] == [
        "Сунуштар:",
        "О. И. Петрова – биринчи.",
        "О. И. Петрова – экинчи (кабыл алынган жок: каражат жок).",
        "О. И. Петрова – үчүнчү (кийинкиге калтырылды).",
        "О. И. Петрова – төртүнчү? (башка сунуш менен бириктирилди).",
    ]


def test_votes_and_candidates() -> None:
    candidates = [{"name": ASANOVA, "votes": 7}, {"name": PETROVA, "votes": 0}]
    counted = vote(against=2, not_voting=1) | {"for": 6}
    assert one_item(heard="тизме", candidates=candidates, vote=counted)[1:] == [
        "Талапкер: Г. М. Асанова – 7 добуш.",
        "Талапкер: О. И. Петрова – добуш жок.",
        "Добуш берүү: макул – 6, каршы – 2, калыс – жок, добуш берүүгө катышкан жок – 1.",
    ]


@pytest.mark.parametrize(
    ("word", "title", "term"),
    [
        ("отурум", "усулдук бирикменин отуруму", "кийинки отурумга чейин."),
        ("чогулуш", "усулдук бирикменин чогулушу", "кийинки чогулушка чейин."),
        ("жыйын", "усулдук бирикменин жыйыны", "кийинки жыйынга чейин."),
    ],
)
def test_the_school_s_own_words(word: str, title: str, term: str) -> None:
    own = {"meeting_ky": word, "resolved_ky": "ЧЕЧИМ КЫЛЫНДЫ", "spoke_ky": "СҮЙЛӨШТҮ"}
    decided = {**decision(1, "План түзүлсүн.", ASANOVA, KADYROVA), "deadline_next_meeting": True}
    items = [item(1, "План", heard="маалымат", speeches=[speech("speech", PETROVA, "макул")], decisions=[decided])]
    content = model_content(items=items)
    text = printed(model_content(items=items, words=content["words"] | own))
    assert text[3] == title
    assert "СҮЙЛӨШТҮ:" in text and "ЧЕЧИМ КЫЛЫНДЫ:" in text
    assert f"1.1. План түзүлсүн. Жооптуу: Г. М. Асанова, С. Ж. Кадырова. Мөөнөтү: {term}" in text


def test_hours_of_those_who_came_late_left_early_or_took_part_online() -> None:
    people = [
        present(ASANOVA, online=True),
        present(KADYROVA, from_item=3, until_item=4),
        present(PETROVA, arrived="14:20", from_item=1),
    ]
    content = model_content(present=people)
    ky, ru = (next(x for x in printed(content, paper) if "Кадырова" in x) for paper in ("ky", "ru"))
    assert ky == (
        "Катышкандар: 3 адам – Асанова Г. М. (онлайн), Кадырова С. Ж. (3-маселеден баштап, 4-маселеден кийин кетти), "
        "Петрова О. И. (кечигип келди: саат 14.20)"
    )
    assert ru == (
        "Присутствовали: 3 человека – Асанова Г. М. (онлайн), Кадырова С. Ж. (с 3-го вопроса, по 4-й вопрос), "
        "Петрова О. И. (опоздание: 14.20)"
    )


def test_reasons_of_absence_in_words() -> None:
    absent = [
        {"name": ASANOVA, "reason": "excused", "reason_text": "тойдо"},
        {"name": KADYROVA, "reason": "course", "reason_text": "Бишкек"},
        {"name": PETROVA, "reason": "", "reason_text": ""},
    ]
    text = printed(model_content(absent=absent))
    assert "Катышпагандар: 3 – Асанова Г. М. (тойдо), Кадырова С. Ж. (курста, Бишкек), Петрова О. И." in text


def test_no_quorum_is_said() -> None:
    missed = model_content(quorum={"members": 9, "present": 0, "met": False})
    assert "Кворум жок: мүчөлөрү – 9, катышты – жок." in printed(missed)
    assert "Кворума нет: членов – 9, присутствуют – нет." in printed(missed, "ru")


def test_heavy_paragraphs_and_a_head_of_two_lines_keep_their_line_breaks() -> None:
    school = model_content()["school"] | {"head_ky": "Нарын району\n№ 7 орто мектеби"}
    content = model_content(school=school, items=[item(1, "План", heard="биринчи\nэкинчи")])
    text = printed(content)
    assert text[0] == "Нарын району\n№ 7 орто мектеби"
    assert "1. УГУЛДУ: биринчи\nэкинчи." in text


def test_typed_text_without_a_twin_stands_as_typed_and_is_counted() -> None:
    content = model_content(twins={})
    filled = protocol_values(content, "ru")
    assert filled.untranslated == 15
    text = lines(render(template_path("protocol", "ru"), filled.values))
    assert "1.1. Маалымат эске алынсын." in text
    assert "Место: № 12 кабинет." in text[5]
    assert protocol_values(content, "ky").untranslated == 0


def test_marks_in_the_header() -> None:
    def marked(paper: PaperLanguage, **changes: Any) -> str:
        return header(render(template_path("protocol", paper), protocol_values(model_content(**changes), paper).values))

    assert marked("ky") == ""
    assert marked("ky", version=0) == "ДОЛБООР"
    assert marked("ky", version=0, example=True) == "ДОЛБООР · МИСАЛ"
    assert marked("ru", example=True) == "ПРИМЕР"


def test_an_amended_protocol_says_so() -> None:
    content = model_content(version=2, amendment_reason="добуштардын саны")
    assert printed(content)[4] == "2-редакциясы. Түзөтүүнүн себеби: добуштардын саны"
    assert printed(content | {"amendment_reason": ""})[4] == "2-редакциясы"


def test_an_extract_of_a_draft_does_not_claim_signatures() -> None:
    text = printed(model_content(version=0), document="extract")
    assert "Төрага:\t____________________ Г. М. Асанова" in text
    assert not any("колу бар" in line for line in text)


def test_file_titles() -> None:
    content = model_content()
    assert protocol_values(content, "ky").title == "Протокол № 2, 2026-10-16"
    assert extract_values(content, (1, 2), "ru").title == "Выписка из протокола № 2, 2026-10-16, вопрос 1, 2"
    assert protocol_values(empty_content(), "ky").title == "Протокол"


def test_the_screen_reads_what_word_shows() -> None:
    content = model_content(items=[item(1, "План", heard="5 < 6\nэкинчи сап")])
    made = render(template_path("protocol", "ky"), protocol_values(content, "ky").values)
    assert [line.text for line in reading.lines(made)] == lines(made)
    styles = {line.style for line in reading.lines(made)}
    assert {"Head", "Title", "DateLine", "Requisite", "Heading1", "Agenda", "Item", "Signature"} == styles - {
        "Subtitle"
    }
