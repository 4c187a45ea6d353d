"""The house: imports go down only, nothing heavy loads before the first frame, no engine above the records."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("db", "templates_docx", "tui")
PROGRAM = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))

NOT_FROM = {
    "db": {"tui", "templates_docx", "textual", "rich", "docx", "docxtpl", "jinja2", "lxml", "pptx", "plotext"},
    "templates_docx": {"tui", "textual", "rich", "peewee", "playhouse", "sqlite3"},
    "tui": {"peewee", "playhouse", "sqlite3", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "pptx"},
}
"""Floor → what it never imports."""

NOT_BEFORE_THE_FIRST_FRAME = (
    "docxtpl", "docx", "lxml", "jinja2", "openpyxl", "markdown", "matplotlib", "pptx", "xlsxwriter", "plotext",
)  # fmt: skip
SCREENS_AT_THE_START = {"base", "home"}
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA)\s", re.DOTALL
)
CLOCK = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|monotonic|localtime|gmtime)\(")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def every_file(*folders: str) -> pytest.MarkDecorator:
    found = [path for path in PROGRAM if any(path.is_relative_to(ROOT / folder) for folder in folders)]
    return pytest.mark.parametrize("path", found, ids=name)


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: a relative import hides the floor"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@every_file(*FLOORS)
def test_imports_go_down_only(path: Path) -> None:
    floor = path.relative_to(ROOT).parts[0]
    roots = {module.partition(".")[0] for module in imported(path)}
    assert not roots & NOT_FROM[floor]


@every_file("db/rules")
def test_rules_import_the_standard_library_alone(path: Path) -> None:
    foreign = {
        module
        for module in imported(path)
        if module.partition(".")[0] not in sys.stdlib_module_names
        and module != "db"
        and not module.startswith("db.rules")
    }
    assert not foreign


@every_file("db/rules")
def test_rules_have_no_clock(path: Path) -> None:
    assert not CLOCK.search(path.read_text(encoding="utf-8"))


@every_file("tui", "templates_docx")
def test_no_model_and_no_engine_above_the_records(path: Path) -> None:
    modules = set(imported(path))
    assert not {module for module in modules if module.startswith(("db.models", "db.migrations"))}
    assert not modules & {"db.connection.execute", "db.connection.rows", "db.connection.row", "db.records"}


@every_file("tui", "templates_docx")
def test_no_sql_above_the_records(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not [text for text in texts if SQL.search(text)]


def test_the_rules_themselves_find_what_they_look_for(tmp_path: Path) -> None:
    assert SQL.search("SELECT name FROM person")
    assert SQL.search("delete from x") is None
    assert CLOCK.search("today = date.today()")
    module = tmp_path / "bad.py"
    module.write_text("def f():\n    from peewee import Model\n    import docx.shared\n", encoding="utf-8")
    assert set(imported(module)) == {"peewee", "peewee.Model", "docx.shared"}


def loaded_by(statements: str) -> set[str]:
    """The modules that a fresh process holds after the statements."""
    code = f"{statements}\nimport sys\nprint(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(found.stdout.split())


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    modules = loaded_by("import tui.app, tui.screens.home")
    assert not modules & set(NOT_BEFORE_THE_FIRST_FRAME)


def test_no_screen_is_loaded_before_it_is_shown() -> None:
    modules = loaded_by("import tui.app, tui.screens.home")
    screens = {module.removeprefix("tui.screens.") for module in modules if module.startswith("tui.screens.")}
    assert screens <= SCREENS_AT_THE_START


def test_the_command_line_starts_without_screen_paper_or_engine() -> None:
    modules = loaded_by("import tui.__main__, tui.cli\nassert tui.cli.run(['--version']) == 0")
    assert not modules & {*NOT_BEFORE_THE_FIRST_FRAME, "textual", "rich", "peewee", "sqlite3"}
