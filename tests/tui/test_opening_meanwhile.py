"""What happens to the data file while it is open, or shows only then: the sentence, the data after reopening.

The numbers are those of the list of what may go wrong.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import damage, instance_lock, writer
from db.connection import path_of
from db.meetings import agenda
from tests.tui.screens import text_of
from tests.tui.unopened import questions
from tests.tui.worlds import shown_until, written
from tui import session
from tui.app import Options


def flip(data: Path, text: str) -> None:
    """Change one bit of the stored title: in the middle of a letter, which is no UTF-8 any more."""
    content = data.read_bytes()
    at = -1
    while (at := content.find(text.encode(), at + 1)) >= 0:
        data.write_bytes(content[:at] + bytes([content[at] ^ 0x40]) + content[at + 1 :])
        with closing(sqlite3.connect(f"{data.as_uri()}?immutable=1", uri=True)) as tool:
            if not tool.execute("SELECT 1 FROM agenda_item WHERE title = ?", (text,)).fetchone():
                return
    raise AssertionError(text)


async def test_row_15_a_flipped_bit_in_a_text_is_shown_beside_what_the_copy_holds(
    closed_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "PAUSE_SECONDS", 0.0)
    title = "Окуу программасынын аткарылышы жөнүндө"
    flip(path_of(closed_year), title)
    with instance_lock.held(closed_year), session.opened(Options(closed_year)) as app:
        app.watch = damage.Watch(closed_year, first=0.0)
        async with app.run_test(size=(80, 24)) as pilot:
            await shown_until(app, pilot, lambda: type(app.screen).__name__ == "DamagedScreen")
            shown = " ".join(line.strip() for line in text_of(app))
            assert f"Жазуу бузулган: {title}. Жанында камдык көчүрмөдөгү түрү көрсөтүлдү." in shown
            assert f"Көчүрмөдө: {title}" in shown
            await pilot.press("enter")
            await written(app)
            await pilot.pause()
            assert "Көчүрмөдөгү түрү калыбына келтирилди." in " ".join(text_of(app))
        app.watch.stop()
        assert list(damage.found(closed_year)) == []
    assert title in questions(closed_year)


async def test_row_25_nothing_is_written_to_a_file_that_is_gone_or_another_one(
    closed_year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    with instance_lock.held(closed_year), session.opened(Options(closed_year)) as app:
        assert app.writer is not None
        async with app.run_test(size=(80, 24)) as pilot:
            path_of(closed_year).rename(tmp_path / "away")
            saved = app.writer.submit(agenda.add, 3, "Файл жокто жазылган")
            await shown_until(app, pilot, lambda: any("Маалымат файлы жылдырылган" in line for line in text_of(app)))
            assert "Жазганыңыз жоголгон жок" in " ".join(text_of(app))
            path_of(closed_year).write_bytes(b"another file")
            await pilot.pause(0.1)
            assert not saved.done()
            assert path_of(closed_year).read_bytes() == b"another file"
            (tmp_path / "away").replace(path_of(closed_year))
            saved.result(20)
    assert "Файл жокто жазылган" in questions(closed_year)
