"""The numbers write the report: the story of `tests/numbers.py`, clause by clause, and its figures recomputed.

What recomputes them (`tests/independent`) is a program of its own: it reads the export and the Word file, nothing else.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from db import connection
from db.evaluations import reading
from db.evaluations.totals import totals
from db.growth.reading import awards
from db.quality.classes import classes
from db.quality.sheets import sheets
from db.quality.transition import of_record
from db.rewards import reading as rewards
from db.schools import school
from db.ties.reading import ties
from templates_docx.catalogue import PaperLanguage
from tests import numbers
from tests.numbers import FUND, YEAR, Story
from tui import clock

from .model_content import lines

RECOMPUTE = Path(__file__).parents[1] / "independent" / "recompute.py"
LANGUAGES: tuple[PaperLanguage, ...] = ("ky", "ru")


@dataclass(frozen=True)
class Told:
    """The story, its papers by name, and its export."""

    story: Story
    paper: dict[str, Path]
    export: Path
    summary: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, _empty_store: Path) -> Iterator[Told]:
    """The story lived once, its files made by the command line on the day at which the year is looked at."""
    folder = tmp_path_factory.mktemp("numbers") / "data"
    folder.mkdir()
    shutil.copy(_empty_store, connection.path_of(folder))
    connection.open_for_writing(folder)
    story = numbers.live(folder)
    made = Told(story, {}, folder.parent / "all.json", folder.parent / "summary.xlsx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "today", lambda: numbers.END)
        for paper in LANGUAGES:
            for document in ("analysis", "transition", "evaluation-summary"):
                path = made.paper[f"{document}-{paper}"] = folder.parent / f"{document}-{paper}.docx"
                words = ("document", document, "--year", YEAR, "--paper", paper, "-o", path)
                assert story.command(*words) == 0
        assert story.command("export", made.export) == 0
        assert story.command("workbook", "evaluation-summary", "--year", YEAR, "-o", made.summary) == 0
    yield made
    connection.close()


def compared(export: Path, paper: Path) -> tuple[int, str]:
    """Run the recomputation as a process of its own."""
    asked = [str(export), str(paper), "--today", numbers.END.isoformat()]
    done = subprocess.run([sys.executable, "-S", str(RECOMPUTE), *asked], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_marks_of_two_years_came_in(told: Told) -> None:
    of = school().id
    assert [len(classes(of, year)) for year in (YEAR - 1, YEAR)] == [12, 12]
    for year in (YEAR - 1, YEAR):
        found = sheets(of, year)
        assert len(found) == 12 * 3 * 5 and {each.listed for each in found} == {25}
        assert len({(each.class_name, each.subject, each.period, each.part) for each in found}) == len(found)


def test_the_flag_goes_through_agenda_decision_task_and_plan_line_to_a_moved_indicator(told: Told) -> None:
    story = told.story
    [flagged] = story.flagged
    assert (flagged.class_name, flagged.subject, flagged.flag) == (*numbers.FALLEN, "alarm")
    assert (flagged.before.figures.quality, flagged.difference) == (60, -24)  # 15 of 25, then 9
    assert story.made.keys() == {"agenda_item", "task", "plan_line"}
    item = ties("agenda_item", story.made["agenda_item"])
    assert "transition" in {each.table for each in item.came_from}
    [decision] = [each for each in item.came_of if each.table == "decision"]
    assert ("task", story.decision_task) in {
        (each.table, each.row_id) for each in ties("decision", decision.row_id).came_of
    }
    assert "task" in {each.table for each in ties("plan_line", story.made["plan_line"]).came_from}
    now = of_record(story.association_id, story.acted)
    assert now and (now.moved, now.outcome, now.difference) == (16, "rise", -8)  # 13 of 25 in the year's marks


@pytest.mark.parametrize(("paper", "moved"), [("ky", "+16,0"), ("ru", "+16,0")])
def test_the_paper_of_the_transition_says_what_moved(told: Told, paper: PaperLanguage, moved: str) -> None:
    said = "\n".join(lines(told.paper[f"transition-{paper}"].read_bytes()))
    assert "5-А" in said and "−8,0" in said and moved in said


def test_twelve_are_evaluated_with_two_appeals_and_the_fund_is_split_exactly(told: Told) -> None:
    of = told.story.evaluation
    found, period = totals(of), reading.evaluation(of)
    assert len(found) == 12 and period.locked and period.fund == FUND
    assert [each.outcome for each in reading.appeals(of)] == ["granted", "rejected"]
    granted = reading.appeals(of)[0]
    assert granted.old_points != granted.new_points
    shares = {each.person_id: each.share or 0 for each in found}
    whole = sum(each.points for each in found)
    assert whole > 0 and sum(shares.values()) == FUND
    assert all(abs(shares[each.person_id] - Fraction(FUND * each.points, whole)) < 1 for each in found)
    rows = list(load_workbook(told.summary).active.iter_rows(values_only=True))
    in_cents = [round(row[-1] * 100) for row in rows[1:13]]
    assert sum(in_cents) == FUND and rows[13][-1] == 100000.01
    for paper in LANGUAGES:
        said = "\n".join(lines(told.paper[f"evaluation-summary-{paper}"].read_bytes())).replace("\xa0", " ")
        assert "100 000,01" in said
        assert all(f"{share // 100:,}".replace(",", " ") + f",{share % 100:02}" in said for share in shares.values())


def test_two_are_proposed_to_reward(told: Told) -> None:
    story = told.story
    found = rewards.rewards(story.association_id, YEAR)
    assert [each.state for each in found if each.id == story.rewards[0]] == ["granted"]
    assert len(found) == 2 and {each.meeting_number for each in found} == {2}
    assert [each.order_number for each in awards(story.association_id)] == ["6"]


@pytest.mark.parametrize(("paper", "usual"), [("ky", "кадимкидей – 5"), ("ru", "в норме – 5")])
def test_a_small_fall_is_usual_and_money_reads_as_elsewhere(told: Told, paper: PaperLanguage, usual: str) -> None:
    said = "\n".join(lines(told.paper[f"analysis-{paper}"].read_bytes())).replace("\xa0", " ")
    assert usual in said and "−4,0" in said and "100 000,01" in said


@pytest.mark.parametrize("paper", LANGUAGES)
def test_each_figure_of_the_analysis_is_recomputed(told: Told, paper: PaperLanguage) -> None:
    assert compared(told.export, told.paper[f"analysis-{paper}"]) == (0, "every figure is the same\n")
    with ZipFile(told.paper[f"analysis-{paper}"]) as package:
        names = package.namelist()
        charts = [name for name in names if re.fullmatch(r"word/charts/chart[^/]*\.xml", name)]
        assert len(charts) >= 2 and sum(name.startswith("word/embeddings/") for name in names) == len(charts)


@pytest.mark.parametrize("period", ["year", "quarter"])
def test_one_changed_mark_changes_a_figure(told: Told, tmp_path: Path, period: str) -> None:
    content = json.loads(told.export.read_text(encoding="utf-8"))
    classes_now = {row["uid"] for row in content["records"]["school_class"] if row["first_year"] == YEAR}
    marks = [row for row in content["records"]["mark_sheet"] if row["school_class"] in classes_now]
    changed = next(row for row in marks if row["period"] == period and row["mark_4"])
    changed["mark_4"] -= 1
    changed["mark_3"] += 1
    other = tmp_path / "other.json"
    other.write_text(json.dumps(content), encoding="utf-8")
    status, said = compared(other, told.paper["analysis-ky"])
    assert status == 1 and "every figure is the same" not in said
