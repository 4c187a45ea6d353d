"""A paper is written whole or not at all, under a safe name, and never over what a person changed."""

import errno
import os
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refused
from db.rules.file_names import LONGEST, file_name
from templates_docx.files import beside, remove_leftovers, write
from templates_docx.render import render

from .model_content import lines
from .word_parts import paragraph, write_template


@pytest.fixture
def made(tmp_path: Path) -> Any:
    template = tmp_path / "own" / "template.docx"
    write_template(template, paragraph("Line", "{{ x }}"), "ky", "")

    def make(text: str, *, final: bool = False) -> bytes:
        return render(template, {"x": text}, final=final)

    return make


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "иш кагаздары" / "Протокол № 2.docx"


def leftovers(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir() if found != path)


def change_by_hand(path: Path) -> bytes:
    """Change a paper as Word does: other text, properties kept."""
    document = Document(str(path))
    document.add_paragraph("колдо кошулду")
    document.save(str(path))
    return path.read_bytes()


def test_a_paper_is_written_and_read_back(made: Any, place: Path) -> None:
    written = write(made("бир"), place)
    assert (written.path, written.kept) == (place, "")
    assert lines(place.read_bytes()) == ["бир"]
    assert leftovers(place) == []


def test_an_unchanged_older_paper_is_replaced(made: Any, place: Path) -> None:
    write(made("бир"), place)
    assert write(made("эки"), place).path == place
    assert lines(place.read_bytes()) == ["эки"]


def test_a_paper_changed_by_hand_is_kept(made: Any, place: Path) -> None:
    write(made("бир"), place)
    changed = change_by_hand(place)
    written = write(made("эки"), place)
    assert (written.path.name, written.kept) == ("Протокол № 2 (2).docx", "changed")
    assert place.read_bytes() == changed
    assert lines(written.path.read_bytes()) == ["эки"]


def test_the_second_name_is_used_again_until_it_is_changed_too(made: Any, place: Path) -> None:
    write(made("бир"), place)
    change_by_hand(place)
    second = write(made("эки"), place).path
    assert write(made("үч"), place).path == second
    change_by_hand(second)
    assert write(made("төрт"), place).path.name == "Протокол № 2 (3).docx"


@pytest.mark.parametrize("foreign", [b"", b"not Word", b"PK\x03\x04"])
def test_a_file_that_is_not_ours_is_kept(made: Any, place: Path, foreign: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(foreign)
    assert write(made("бир"), place).kept == "changed"
    assert place.read_bytes() == foreign


def test_row_52_a_final_paper_is_never_overwritten_with_another_content(made: Any, place: Path) -> None:
    write(made("бир", final=True), place)
    first = place.read_bytes()
    assert write(made("бир", final=True), place).path == place
    assert place.read_bytes() == first
    for final in (True, False):
        written = write(made("эки", final=final), place)
        assert written.kept == "final" and written.path != place
    assert place.read_bytes() == first


def test_a_draft_becomes_final_in_place(made: Any, place: Path) -> None:
    write(made("бир"), place)
    assert write(made("бир", final=True), place).path == place
    assert write(made("эки"), place).kept == "final"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file_disk_full"),
        (errno.EDQUOT, "file_disk_full"),
        (errno.EIO, "file_not_written"),
        (errno.EACCES, "file_open"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_rows_8_9_a_failing_disk_leaves_the_older_file_and_nothing_else(
    made: Any, place: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, call: str
) -> None:
    write(made("бир"), place)
    before = place.read_bytes()

    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(Refused) as refused:
        write(made("эки"), place)
    assert refused.value.code == code
    assert refused.value.values["name"] == place.name
    assert place.read_bytes() == before
    assert leftovers(place) == []


def test_row_51_a_file_open_in_word_gets_another_name_offered(
    made: Any, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(made("бир"), place)

    def refuse(*_: Any) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Refused) as refused:
        write(made("эки"), place)
    assert refused.value.values == {"name": "Протокол № 2.docx", "other": "Протокол № 2 (2).docx"}


def test_a_forbidden_folder_is_named(made: Any, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Refused) as refused:
        write(made("бир"), place)
    assert refused.value.code == "folder_forbidden"
    assert refused.value.values == {"folder": str(place.parent)}


def test_row_4_what_a_power_cut_left_is_removed(made: Any, place: Path) -> None:
    write(made("бир"), place)
    old, new = place.with_name(".birikme-a.tmp"), place.with_name(".birikme-b.tmp")
    for leftover in (old, new):
        leftover.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert remove_leftovers(place.parent) == 1
    assert leftovers(place) == [new.name]
    os.utime(new, (0, 0))
    write(made("эки"), place)
    assert leftovers(place) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Протокол № 2, 2026-10-16", "Протокол № 2, 2026-10-16.docx"),
        ("CON", "_CON.docx"),
        ("com1.план", "_com1.план.docx"),
        ("а/б", "а-б.docx"),
        ("Олимпиада: математика", "Олимпиада – математика.docx"),
        ("Эмне кылды?", "Эмне кылды.docx"),
        ("..", "birikme.docx"),
        ("", "birikme.docx"),
        ("план. ", "план.docx"),
        ('«а» "б" <в>|?*:\\г', "«а» -б- -в-г.docx"),
        ("бир\nэки\tүч", "бир эки үч.docx"),
        (normalize("NFD", "Ёлка й"), "Ёлка й.docx"),
    ],
)
def test_row_50_names_are_safe(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=300))
def test_any_title_gives_a_name_that_fits(title: str) -> None:
    text = title.encode(errors="ignore").decode()
    name = file_name(text)
    assert len(name.encode()) <= LONGEST
    assert name.endswith(".docx") and Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*\n\0')


def test_three_hundred_letters_leave_room_for_a_number() -> None:
    path = Path("/x") / file_name("ө" * 300)
    assert len(path.name.encode()) <= LONGEST
    assert len(next(beside(path)).name.encode()) <= LONGEST


def test_a_letter_is_not_cut_from_its_accent() -> None:
    assert file_name("ө" * 96 + "ab" + "е̱" * 5).removesuffix(".docx") == "ө" * 96 + "ab"


def test_the_written_bytes_are_word(made: Any, place: Path) -> None:
    assert Document(BytesIO(made("бир"))).paragraphs[0].text == "бир"
