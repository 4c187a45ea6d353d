"""What people typed is never read as markup: only `Shown` shows text."""

import ast
from pathlib import Path

import tui

ALLOWED = {"widgets/shown.py", "app.py"}
"""Where `Static` is tamed and `notify` is replaced."""
FORBIDDEN = {
    "Static",
    "Label",
    "Button",
    "DataTable",
    "Select",
    "OptionList",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "Tab",
}
"""Textual's widgets that read strings as markup."""


def trespasses(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in FORBIDDEN or name in ("notify", "from_markup"):
                found.append(f"{path.name}:{node.lineno} {name}()")
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.attr for target in targets if isinstance(target, ast.Attribute)]
            found += [
                f"{path.name}:{node.lineno} {name}"
                for name in names
                if name in ("border_title", "border_subtitle", "tooltip")
            ]
    return found


def test_only_shown_shows_text() -> None:
    root = Path(str(tui.__path__[0]))
    paths = [path for path in sorted(root.rglob("*.py")) if path.relative_to(root).as_posix() not in ALLOWED]
    assert [found for path in paths for found in trespasses(path)] == []


def test_the_rule_finds_what_it_forbids(tmp_path: Path) -> None:
    path = tmp_path / "bad.py"
    path.write_text('Label(name)\nself.notify("a")\nwidget.border_title = name\n', encoding="utf-8")
    assert len(trespasses(path)) == 3
