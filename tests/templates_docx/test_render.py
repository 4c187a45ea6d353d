"""Typed text appears as typed, and a template can neither run code nor name a field that is not there."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import Refused
from templates_docx.package import PARTS, marks_of, read_parts
from templates_docx.render import plain_values, render

from .model_content import lines
from .word_parts import paragraph, table, tag, write_template

AS_TYPED = ["5 < 6 & «а»", "</w:t>", "{{ x }}", "{% if x %}", "{_{ x }_}", "[/]", "&amp;", "{#", "]]>", "<!--", "\"'"]


@pytest.fixture
def fill(tmp_path: Path) -> Any:
    def filling(body: str, values: dict[str, Any]) -> list[str]:
        template = tmp_path / "own.docx"
        write_template(template, body, "ky", "")
        return lines(render(template, values))

    return filling


@pytest.mark.parametrize("text", AS_TYPED)
def test_rows_37_38_typed_signs_appear_as_typed(fill: Any, text: str) -> None:
    assert fill(paragraph("Line", "{{ x }}!"), {"x": text}) == [f"{text}!"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_survives(text: str) -> None:
    template = Path(__file__).parents[2] / "templates_docx" / "ky" / "members.docx"
    values = {"draft": False, "example": False, "ministry": "", "school": text, "association": "", "date": ""}
    made = lines(render(template, values | {"place": "", "leader": "", "rows": []}))
    assert made[0] == plain_values(text)


def test_line_breaks_are_line_breaks(fill: Any) -> None:
    assert fill(paragraph("Line", "{{ x }}"), {"x": "бир\nэки"}) == ["бир\nэки"]


def test_the_signature_is_not_alone_on_a_page(tmp_path: Path) -> None:
    template = tmp_path / "own.docx"
    body = table([("№", 3000, "{{ row }}")], "rows", split=False)
    write_template(template, body + paragraph("Requisite", "{{ note }}") + paragraph("Signature", "____"), "ky", "")
    made = Document(BytesIO(render(template, {"rows": ["1", "2", "3"], "note": "баары 3"})))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in made.tables[0].rows]
    assert kept == [None, None, None, True]
    assert made.paragraphs[0].paragraph_format.keep_with_next


def test_invisible_and_control_characters_never_reach_the_paper(fill: Any) -> None:
    assert fill(paragraph("Line", "{{ x }}"), {"x": "а\x00\x1b[31mб\u202eв\ud800"}) == ["абв"]


@pytest.mark.parametrize(
    "code",
    [
        "{{ x.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ x.upper() }}",
        "{{ row.items() }}",
        "{{ row.pop('a') }}",
        "{{ x|attr('__class__') }}",
        "{{ x|pprint }}",
        "{{ 'а' * 100000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%99999999d' % 1 }}",
        "{% set y = x %}",
        "{% include 'x' %}",
        "{% for i in range(9) %}{% endfor %}",
        "{{ loop.__init__ }}",
    ],
)
def test_row_39_hostile_code_is_refused(fill: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        fill(tag(code), {"x": "а", "row": {"a": 1}})
    assert refused.value.code in {"template_forbidden", "template_unknown_field"}


def test_a_field_named_like_a_method_is_the_field(fill: Any) -> None:
    assert fill(paragraph("Line", "{{ row.items }}"), {"row": {"items": "алты"}}) == ["алты"]


def test_row_41_a_misspelt_field_is_named_with_the_nearest(fill: Any) -> None:
    with pytest.raises(Refused) as refused:
        fill(paragraph("Line", "{{ katyshkan }}"), {"katyshkandar": "7"})
    assert refused.value.code == "template_unknown_field"
    assert refused.value.values == {"name": "katyshkan", "nearest": "katyshkandar", "known": ("katyshkandar",)}


def test_a_misspelt_field_in_a_row_and_in_a_condition_are_refused(fill: Any) -> None:
    rows = {"rows": [{"text": "а"}]}
    for body in (
        table([("№", 900, "{{ row.txet }}")], "rows", split=False),
        tag("{%p if wors %}") + tag("{%p endif %}"),
    ):
        with pytest.raises(Refused) as refused:
            fill(body, rows)
        assert refused.value.code == "template_unknown_field"


@pytest.mark.parametrize("body", ["{% if x %}", "{{ x", "{% endfor %}", "{{ x + 1 }}", "{%p if x %}{{ x }}"])
def test_a_broken_template_is_refused(fill: Any, body: str) -> None:
    with pytest.raises(Refused) as refused:
        fill(paragraph("Line", body), {"x": "а"})
    assert refused.value.code == "template_broken"


def test_row_40_an_endless_template_is_stopped(fill: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("templates_docx.sandbox.SECONDS", 0.05)
    loops = "".join("{% for " + name + " in rows %}" for name in "abcdefgh") + "{% endfor %}" * 8
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        fill(paragraph("Line", loops), {"rows": list(range(100))})
    assert refused.value.code == "template_too_long"
    assert time.monotonic() - started < 60


def test_row_40_a_template_that_prints_without_end_is_stopped(fill: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("templates_docx.sandbox.CHARACTERS", 100_000)
    with pytest.raises(Refused) as refused:
        fill(paragraph("Line", "{% for a in rows %}{% for b in rows %}{{ x }}{% endfor %}{% endfor %}"),
             {"rows": list(range(100)), "x": "а" * 100})  # fmt: skip
    assert refused.value.code == "template_too_long"


@pytest.mark.parametrize("value", [object(), {1, 2}, 1.5, b"x", lambda: None, type("S", (dict,), {})()])
def test_row_42_only_plain_values_are_printed(value: Any) -> None:
    with pytest.raises(TypeError):
        plain_values({"x": [value]})


def test_row_46_no_word_file_a_half_one_and_a_missing_one(tmp_path: Path) -> None:
    write_template(tmp_path / "whole.docx", paragraph("Line", "x"), "ky", "")
    whole = (tmp_path / "whole.docx").read_bytes()
    (tmp_path / "half.docx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.docx").write_text("УГУЛДУ")
    (tmp_path / "empty.docx").write_bytes(b"")
    for name in ("half", "text", "empty", "missing"):
        with pytest.raises(Refused) as refused:
            render(tmp_path / f"{name}.docx", {})
        assert refused.value.code == "file_broken"


def test_rows_43_44_bombs_and_entities_are_refused_before_parsing(tmp_path: Path) -> None:
    bodies = {
        "bomb": {"word/document.xml": b"<x>" + b" " * 30_000_000},
        "entities": {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'},
        "many": {f"word/{number}.xml": b"<x/>" for number in range(PARTS + 1)},
    }
    for name, parts in bodies.items():
        with ZipFile(tmp_path / f"{name}.docx", "w", compression=8) as package:
            for part, text in parts.items():
                package.writestr(part, text)
        with pytest.raises(Refused) as refused:
            render(tmp_path / f"{name}.docx", {})
        assert refused.value.code == "file_unsafe"


def test_a_made_paper_knows_itself(tmp_path: Path) -> None:
    write_template(tmp_path / "own.docx", paragraph("Line", "{{ x }}"), "ky", "{{ x }}")
    made = render(tmp_path / "own.docx", {"x": "а"}, title="Протокол <№ 2> & {{ x }}", final=True)
    marks = marks_of(read_parts(made, "own.docx"))
    assert marks.untouched and marks.final
    assert Document(BytesIO(made)).core_properties.title == "Протокол <№ 2> & {{ x }}"


def test_a_template_made_from_a_printed_paper_gets_marks_of_its_own(tmp_path: Path) -> None:
    write_template(tmp_path / "own.docx", paragraph("Line", "{{ x }}"), "ky", "")
    (tmp_path / "second.docx").write_bytes(render(tmp_path / "own.docx", {"x": "{{ y }}"}, final=True))
    again = render(tmp_path / "second.docx", {"y": "б"})
    marks = marks_of(read_parts(again, "second.docx"))
    assert lines(again) == ["б"]
    assert marks.untouched and not marks.final
