"""What is shipped as stock text is whole, in two languages, and written with the right letters."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import db
from db.models.plans import KINDS
from db.stock_files import asks_for_work

STOCK = Path(db.__file__).parent / "stock"
FILES = sorted(STOCK.glob("*.toml"))


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((STOCK / name).read_text(encoding="utf-8"))


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_clean(path: Path) -> None:
    for text in strings(load(path.name)):
        assert unicodedata.is_normalized("NFC", text), text
        assert '"' not in text and "  " not in text and text == text.strip(), text
        assert not re.search(r"\w - \w|\d\.\d %|\d%", text), text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_mixes_alphabets(path: Path) -> None:
    for text in strings(load(path.name)):
        for word in re.findall(r"[^\W\d_]+", text):
            scripts = {unicodedata.name(letter).split()[0] for letter in word}
            assert len(scripts) == 1, word


def test_phrases_have_two_languages_and_known_slots() -> None:
    phrases = load("phrases.toml")["phrase"]
    assert [sum(p["kind"] == kind for p in phrases) for kind in ("decided", "heard", "spoke")] == [36, 2, 7]
    for phrase in phrases:
        assert phrase["ky"] and phrase["ru"] and set(phrase["slots"]) <= {"who", "when"}
        assert phrase["ky"].count("{") == phrase["ru"].count("{")
        assert phrase["ky"].count("…") == phrase["ru"].count("…")
        assert phrase["kind"] != "decided" or phrase["ky"].endswith(".")
    assert len({phrase["ky"] for phrase in phrases}) == len({phrase["ru"] for phrase in phrases}) == 45


def test_agenda_covers_seven_meetings() -> None:
    items = load("agenda.toml")["item"]
    for item in items:
        assert item["ky"].endswith(("жөнүндө", "тууралуу"))
        assert item["ru"].startswith(("О ", "Об "))
    ordinary = [item for item in items if item["kind"] == "ordinary"]
    assert [sum(item["meeting"] == n for item in ordinary) for n in range(1, 8)] == [4, 4, 4, 3, 3, 3, 4]
    assert [item["kind"] for item in items if item["meeting"] == 0] == ["review", "plan_done"]


def test_associations_to_choose_from() -> None:
    associations = load("associations.toml")["association"]
    assert len({a["profile"] for a in associations}) == len(associations) == 9
    for association in associations:
        assert association["name_ky"].endswith("усулдук бирикмеси")
        assert association["name_ru"].startswith("Методическое объединение ")
        assert association["label_ky"] and association["label_ru"]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Маалымат эске алынсын.", False),
        ("1-чейрек боюнча маалымат эске алынсын", False),
        ("Отчёт жактырылсын.", False),
        ("Маселе кийинки отурумга калтырылсын.", False),
        ("План түзүлсүн: 4-«А».", True),
        ("Одобрить план.", False),
    ],
)
def test_decisions_that_leave_nothing_to_do_are_known_by_their_wording(text: str, work: bool) -> None:
    assert asks_for_work(text) is work


PLAN_LINES = [(section["number"], line) for section in load("plan.toml")["section"] for line in section["line"]]


def test_the_plan_has_fifteen_sections_in_two_languages() -> None:
    sections = load("plan.toml")["section"]
    assert [section["number"] for section in sections] == list(range(1, 16))
    assert len({section["ky"] for section in sections}) == len({section["ru"] for section in sections}) == 15
    assert all(section["line"] for section in sections) and 55 <= len(PLAN_LINES) <= 70


@pytest.mark.parametrize(("number", "line"), PLAN_LINES, ids=lambda part: part["ru"] if isinstance(part, dict) else "")
def test_a_usual_line_of_the_plan_is_whole(number: int, line: dict[str, Any]) -> None:
    terms = {"month": {"month"}, "quarter": {"quarter"}, "year": set()}
    assert line.keys() == {"ky", "ru", "kind", "term", "owner", "result_ky", "result_ru"} | terms[line["term"]]
    assert all(line[name] for name in ("ky", "ru", "result_ky", "result_ru")) and line["owner"] in {"", "leader"}
    assert line["kind"] in KINDS and line.get("month", 1) in range(1, 13) and line.get("quarter", 1) in range(1, 5)
    assert (line["kind"] == "meeting") == (number == 5)
    assert number == 5 or re.search(r"[оөуү]{2}$", line["ky"]), "work is named by a verbal noun"
    assert "иш план " not in line["ky"] and len(line["ky"]) <= 80 and not line["ky"].endswith(".")


def test_no_line_of_the_plan_stands_twice() -> None:
    for language in ("ky", "ru"):
        assert len({line[language] for _number, line in PLAN_LINES}) == len(PLAN_LINES)
