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
