"""The folder's twenty papers on the screen: how they stand, her own put in, all made with a way to stop."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from db import connection, settings
from db import folder as records
from templates_docx import folder_files
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, shown_until, typed
from tui import cli
from tui.screens.journal import folder_making
from tui.screens.journal.folder import FolderScreen

ROWS = {
    "ky": [
        "1 УБ жөнүндө жобо, түзүү жөнүндө буйрук                      файл керек",
        "3 Мүчөлөр жөнүндө маалымат (кадр)                          1 даяр",
        "7 Айлык пландар                                            9 даяр",
        "14 Улантуучулук                                               азырынча жок",
        "F1 Жардам  F5 Баарын  F7 Салуу  F3 Издөө  F9 Меню  Esc Артка",
    ],
    "ru": [
        "1 Положение о МО, приказ о его создании                      нужен файл",
        "3 Сведения о членах МО (кадры)                             1 готово",
        "7 Планы на месяцы                                          9 готово",
        "14 Преемственность                                            пока нет",
        "F1 Помощь  F5 Все  F7 Вложить  F3 Поиск  F9 Меню  Esc Назад",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_papers_of_a_year(world: World, language: str) -> None:
    planned(world)
    with app_in(world, FolderScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = [line.strip() for line in await press(app, pilot)]
            assert [line for line in shown if line in ROWS[language]] == ROWS[language]
            shown = await press(app, pilot, "pageup")
            assert "2025-2026" in shown[0]


async def test_her_own_paper_is_put_in_and_taken_out(world: World, tmp_path: Path) -> None:
    source = tmp_path / "Жобо [b].pdf"
    source.write_bytes(b"%PDF")
    with app_in(world, FolderScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            app.screen.query_one("LineField").focus()
            await press(app, pilot, *typed(str(source)), "enter")
            await shown_until(app, pilot, lambda: any("01 Жобо [b].pdf" in line for line in text_of(app)))
            assert list(records.own_files(world.association_id)) == [1]
            await press(app, pilot, "f8", "enter")
            assert list(records.own_files(world.association_id)) == [1]  # No stands first
            await press(app, pilot, "f8", "2")
            assert records.own_files(world.association_id) == {}


async def test_all_are_made_and_the_work_can_be_stopped(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set_("output_folder", str(tmp_path / "out"))
    hold = threading.Event()
    make = folder_files.make

    def slowly(*given: Any) -> Any:
        hold.wait(5)
        return make(*given)

    monkeypatch.setattr(folder_making, "make", slowly)
    target = tmp_path / "out" / "УБ папкасы 2026-2027"
    with app_in(world, FolderScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "f5", "enter")
            assert any("□□□" in line for line in shown)  # at once, before anything is made
            await pilot.press("escape")
            hold.set()
            await shown_until(app, pilot, lambda: any("Токтотулду" in line for line in text_of(app)))
            assert not target.exists()
            await press(app, pilot, "f5", "enter")
            await shown_until(app, pilot, lambda: any("Жасалган файлдар" in line for line in text_of(app)))
    assert (target / "00 УБ папкасы.docx").exists()


def test_the_folder_from_the_command_line(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection.fold_log()
    connection.close()
    target = tmp_path / "papka"
    line = ["--data", str(world.folder), "document", "folder", "--year", "2026", "--paper", "ru", "-o", str(target)]
    assert cli.run(line) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert {"00 Папка МО.docx", "08 Протокол № 1 28.08.2026.docx"} <= {path.name for path in target.iterdir()}
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert cli.run([*line[:-1], str(tmp_path / "file")]) == 1
    assert "file" in capsys.readouterr().err
