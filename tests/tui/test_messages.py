"""Every code that the lower floors refuse with has a sentence, and the sentence's values are handed over."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Refused
from tui import messages, texts
from tui.messages import SENTENCES

ROOT = Path(__file__).parents[2]
FIELD = re.compile(r"\{(\w+)\}")
MAY_BE_UNKNOWN = {"already_open"}
"""Who holds the lock may not be readable: then the sentence has gaps."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = texts.language()
    texts.set_language("en")
    yield
    texts.set_language(before)


def refusals() -> Iterator[tuple[str, set[str], str]]:
    """Every literal `Refused("code", …)`: the code, the names of its values, where it is."""
    for path in (path for floor in ("db", "templates_docx", "tui") for path in (ROOT / floor).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused" and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    names = {str(keyword.arg) for keyword in node.keywords}
                    yield str(code.value), names, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_refusal_has_a_sentence() -> None:
    assert sorted({f"{code} ({place})" for code, _names, place in refusals() if code not in SENTENCES}) == []


def test_every_value_of_a_sentence_is_handed_over() -> None:
    lacking = [
        f"{code}: {name} ({place})"
        for code, names, place in refusals()
        for name in FIELD.findall(SENTENCES.get(code, ""))
        if name not in names and code not in MAY_BE_UNKNOWN
    ]
    assert lacking == []


def test_what_check_finds_has_sentences() -> None:
    source = (ROOT / "db" / "checking.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'Finding\("(\w+)"', source))
    assert codes
    assert codes <= SENTENCES.keys()


def test_days_moments_and_lists_are_shown_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SENTENCES, "test", "{day} {moment} {names} {text}")
    moment = dt.datetime(2026, 11, 22, 14, 5, tzinfo=dt.UTC)
    error = Refused("test", day=dt.date(2026, 11, 2), moment=moment, names=["а", "б"], text="{day}")
    assert messages.sentence(error) == "02.11.2026 14:05 а, б {day}"


def test_a_missing_value_leaves_a_gap_and_an_unknown_code_is_shown() -> None:
    assert messages.explain("already_open") == "Birikme is open already: …, …."
    assert "strange_code" in messages.explain("strange_code")


def test_a_limit_says_what_it_counts() -> None:
    texts.set_language("ky")
    error = Refused("workbook_too_large", limit=5000, what="rows")
    assert messages.sentence(error) == "Файл өтө чоң: эң көбү 5000 сап окулат."
