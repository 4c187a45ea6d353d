"""Data that cannot be opened: the sentence on the screen, the next step on a key, the data after it.

The numbers are those of the list of what may go wrong.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import connection
from db.connection import path_of
from tests.tui.screens import text_of
from tests.tui.unopened import AFTER_COPY, ROOT, files, questions, refusal, step
from tests.tui.worlds import shown_until
from tui import cli_screen, session
from tui.cli_screen import RESTORE
from tui.screens.unopened import AGAIN, Sitting

UNKNOWN = "бул көчүрмөдөн кийин эмне"


async def restored(folder: Path, said: str, *, lost: str) -> None:
    """Damaged data say so; Enter puts the copy back, the file that was there is kept, and the program opens."""
    damaged = path_of(folder).read_bytes()
    shown, sitting, ended = await step(folder, "enter")
    assert said in shown
    assert "Акыркы бүтүн камдык көчүрмө: " in shown
    assert lost in shown
    assert (ended, sitting.reading) == (AGAIN, False)
    assert damaged in files(folder / "backups").values()
    kept = questions(folder)
    assert "Жылдык иш планын талкуулоо жөнүндө" in kept
    assert AFTER_COPY not in kept


async def test_row_10_a_file_of_zero_bytes(closed_year: Path) -> None:
    path_of(closed_year).write_bytes(b"")
    await restored(closed_year, "Маалымат файлы бош экен (0 байт)", lost=UNKNOWN)


async def test_row_10_another_copy_is_looked_at_before_it_is_put_back(closed_year: Path) -> None:
    path_of(closed_year).write_bytes(b"")
    sitting = Sitting(closed_year)
    app = session.unopened(sitting, refusal(closed_year))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "1")
        await shown_until(app, pilot, lambda: UNKNOWN in " ".join(text_of(app)))
        assert "Мектеп: № 7 жалпы билим берүүчү мектеп" in "\n".join(text_of(app))
        await pilot.press("f2")
        for _ in range(200):
            if app.prepared is None:
                await pilot.pause(0.02)
    assert (app.return_value, app.prepared is not None) == (RESTORE, True)
    cli_screen._put_back(sitting, app.prepared)
    assert "Жылдык иш планын талкуулоо жөнүндө" in questions(closed_year)


async def test_row_11_a_file_that_is_not_sqlite_is_moved_aside_only_on_consent(closed_year: Path) -> None:
    shutil.rmtree(closed_year / "backups")
    foreign = b"PK\x03\x04" + bytes(range(256)) * 40
    path_of(closed_year).write_bytes(foreign)
    shown, _sitting, ended = await step(closed_year, "1", "1", "escape")  # asked for, then No
    assert "Бул файл Birikme программасынын маалымат файлы эмес. Ал өзгөртүлгөн жок" in shown
    assert ended == 1
    assert files(closed_year) == {connection.FILE_NAME: foreign}
    assert (await step(closed_year, "1", "2"))[2] == AGAIN
    assert questions(closed_year) == []
    [(name, kept)] = files(closed_year / "backups").items()
    assert (name.startswith("damaged-"), kept) == (True, foreign)


async def test_row_25_a_file_that_is_gone_at_the_start_is_no_first_start(closed_year: Path) -> None:
    path_of(closed_year).rename(closed_year / "away")
    shown, _sitting, ended = await step(closed_year, "escape")
    assert "Маалымат файлы бул папкада жок болуп калган" in shown
    assert ended == 1
    assert not path_of(closed_year).exists()
    assert (await step(closed_year, "1"))[2] == AGAIN
    assert "Жылдык иш планын талкуулоо жөнүндө" in questions(closed_year)


async def test_row_12_another_programs_database_stays_as_it_is(closed_year: Path) -> None:
    with closing(sqlite3.connect(path_of(closed_year))) as tool:
        tool.execute("PRAGMA application_id = 77")
    before = files(closed_year)
    shown, _sitting, ended = await step(closed_year, "escape")
    assert "Бул файл Birikme программасынын маалымат файлы эмес. Ал өзгөртүлгөн жок" in shown
    assert ended == 1
    assert files(closed_year) == before


async def test_row_13_a_file_cut_off_in_the_middle(closed_year: Path) -> None:
    os.truncate(path_of(closed_year), path_of(closed_year).stat().st_size * 3 // 5)
    await restored(closed_year, "Маалымат файлы бузулган", lost=UNKNOWN)


async def test_row_13_what_can_be_read_of_a_damaged_file_is_read_out(closed_year: Path) -> None:
    shutil.rmtree(closed_year / "backups")
    with closing(sqlite3.connect(path_of(closed_year))) as tool:
        [(root,)] = tool.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event_line'").fetchall()
        [(size,)] = tool.execute("PRAGMA page_size").fetchall()
    with path_of(closed_year).open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(bytes(size))
    damaged = path_of(closed_year).read_bytes()
    shown, sitting, ended = await step(closed_year, "1")
    assert "Бузулган файлдан окулганын чыгарып алуу" in shown
    assert ended == AGAIN
    assert "Бузулган файлдан окулду: " in sitting.said
    assert damaged in files(closed_year / "backups").values()
    assert AFTER_COPY in questions(closed_year)
    assert not list(closed_year.glob(".birikme-*"))


async def test_row_14_a_file_whose_second_half_is_zeroes(closed_year: Path) -> None:
    size = path_of(closed_year).stat().st_size
    with path_of(closed_year).open("r+b") as file:
        file.seek(size // 2)
        file.write(bytes(size - size // 2))
    await restored(closed_year, "Маалымат файлы бузулган", lost="Азыркы файл өзүнчө сакталып калат")


CUT_OFF = """
import os, sqlite3, sys
tool = sqlite3.connect(sys.argv[1], isolation_level=None)
tool.execute("PRAGMA cache_size = 1")
tool.execute("BEGIN IMMEDIATE")
tool.execute("UPDATE agenda_item SET title = 'жарым' WHERE meeting_id = 3")
tool.execute("UPDATE search SET folded = 'жарым'")
os._exit(9)
"""


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_row_16_what_a_power_cut_left_half_written_is_rolled_back_without_a_word(closed_year: Path, mode: str) -> None:
    before = questions(closed_year)
    with closing(sqlite3.connect(path_of(closed_year))) as tool:
        tool.execute(f"PRAGMA journal_mode = {mode}")
    assert subprocess.run([sys.executable, "-c", CUT_OFF, path_of(closed_year)], check=False).returncode == 9
    left = path_of(closed_year).with_name(connection.FILE_NAME + ("-journal" if mode == "delete" else "-wal"))
    assert left.stat().st_size > 0
    assert questions(closed_year) == before


TAKEN_AWAY = """
import os, sys
from pathlib import Path
from db import instance_lock
from db.meetings import agenda
from db.writer import Writer
closed_year = Path(sys.argv[1])
with instance_lock.held(closed_year):
    writer = Writer(closed_year)
    writer.start()
    writer.submit(agenda.add, 3, "Журналда гана турган маселе").result()
    writer.submit(lambda: None).result()  # the writer has noted its log by now
    os.kill(os.getpid(), 9)
"""


async def test_row_17_a_log_that_was_taken_away_after_a_cut(closed_year: Path) -> None:
    assert subprocess.run([sys.executable, "-c", TAKEN_AWAY, closed_year], cwd=ROOT, check=False).returncode == -9
    log = path_of(closed_year).with_name(f"{connection.FILE_NAME}-wal")
    aside = log.rename(closed_year / "aside")
    for _ in range(2):  # as long as nobody answers it is asked
        shown, sitting, ended = await step(closed_year, "2")
        assert "акыркы өзгөртүүлөр жазылган файл жок" in shown
        assert (ended, sitting.without_log) == (AGAIN, True)
    aside.rename(log)
    assert "Журналда гана турган маселе" in questions(closed_year)
