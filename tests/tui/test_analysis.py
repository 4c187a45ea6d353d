"""The analysis on the screen: sections, figures with their records, gaps, her words, versions whose remarks lead on."""

from __future__ import annotations

import pytest

from db import associations
from db.analysis import keeping, versions
from db.analysis.rows import Scope
from db.ties.reading import ties
from tests.marks import fill_marks, hold_tests
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui.screens.analysis.behind import BehindScreen
from tui.screens.analysis.missing import MissingScreen
from tui.screens.analysis.screen import AnalysisScreen
from tui.screens.analysis.section import SectionForm, SectionScreen
from tui.screens.analysis.steps import AnalysisStepsScreen
from tui.screens.quality.class_result import ClassResultForm

SECTIONS = {
    "ky": [
        " Анализ · 2026-2027-окуу жылы · даярдалууда",
        "(•) Жыл   ( ) 1-чейрек   ( ) 2-чейрек   ( ) 3-чейрек   ( ) 4-чейрек",
        "      Бөлүм                                              Абалы",
        " ✓  1 Жалпы маалымат",
        " …  2 Тема, максат, милдеттер                            жетишпейт: 1",
        " ✓  3 Кадрдык курам (билими, стажы, категориясы)         жетишпейт: 12",
        " ✓  4 Отурумдар жана чечимдердин аткарылышы              жетишпейт: 1",
    ],
    "ru": [
        " Анализ · 2026-2027 учебный год · готовится",
        "(•) Год   ( ) 1 четверть   ( ) 2 четверть   ( ) 3 четверть   ( ) 4 четверть",
        "      Раздел                                             Состояние",
        " ✓  1 Общие сведения",
    ],
}


@pytest.fixture
def of(world: World) -> Scope:
    fill_marks(world.association_id, associations.association(world.association_id).school_id)
    hold_tests(world.association_id)
    return Scope(world.association_id, 2026, 0, TODAY)


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_sections_and_what_lies_behind_a_figure(world: World, of: Scope, language: str) -> None:
    with app_in(world, AnalysisScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert shown[: len(SECTIONS[language])] == SECTIONS[language]
            assert len(shown[-1]) <= 80
            await press(app, pilot, *["down"] * 6, "enter")
            assert isinstance(app.screen, SectionScreen)
            assert any("55,9" in line for line in text_of(app))
            await press(app, pilot, "enter")
            assert isinstance(app.screen, BehindScreen)
            assert any("Математика 5-А" in line for line in text_of(app))
            await press(app, pilot, "escape", "end", "enter", "enter")
            assert isinstance(app.screen, ClassResultForm)
            await press(app, pilot, "escape", "escape", "escape", "right")
            assert isinstance(app.screen, AnalysisScreen) and app.screen.scope.quarter == 1
            assert any("57,6" in line for line in text_of(app))


async def test_words_versions_and_remarks_that_become_tasks(world: World, of: Scope) -> None:
    with app_in(world, AnalysisScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "end", "enter", "f4")
            assert isinstance(app.screen, SectionForm)
            await press(app, pilot, "f7", "2", "f2")
            assert keeping.texts(of)[17].text.startswith("Жетишүүсү төмөн жана жөндөмдүү окуучулар")
            await press(app, pilot, "escape", "1")
            assert isinstance(app.screen, MissingScreen)
            assert any("№ 2 отурум" in line for line in text_of(app))
            await press(app, pilot, "escape", "3", "f7")
            await press(app, pilot, "2")
            await press(app, pilot, "enter")
            assert isinstance(app.screen, AnalysisStepsScreen)
            await press(app, pilot, "3")
            await press(app, pilot, "enter")
            await press(app, pilot, *typed("Ачык сабак аз болду"), "enter")
            version = versions.versions(of)[0]
            step = version.passed["acquainted"]
            assert (version.version, step.note, step.done_on) == (1, "Ачык сабак аз болду", step.done_on)
            await press(app, pilot, "end", "7")
            await press(app, pilot, "enter")
            assert [each.table for each in ties("analysis_step", step.id).came_of] == ["task"]
            assert "1-редакция: ОББ таанышты" in (await press(app, pilot, "escape"))[0]
