"""The size of rooms, what is shipped, and what never stands in a tracked file."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
FLOORS = ("db", "templates_docx", "tui")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PROJECT["tool"]["setuptools"]
DATA = {".docx", ".mo", ".tcss", ".toml", ".sql", ".tsv", ".json"}
"""Kinds of files that the program reads while it runs."""

INDEX_HOSTS = "|".join((r"py" + r"pi\.", r"python" + r"hosted\.", r"dev" + r"pi", r"arti" + r"factory"))
MACHINE_PATH = (
    r"(?<![\w.~<}>-])/(?:(?:root|work|tmp|opt)/\w|(?:home|Users)/(?!asan?\b|a\b)\w)|\b[A-Z]:\\\\?" + r"Users\b"
)
"""A path of somebody's machine; `asan` and `a` are nobody, they stand in examples."""
NEVER = re.compile(f"{INDEX_HOSTS}|{MACHINE_PATH}")


def tracked() -> list[Path]:
    """The project's own files: those that git knows, or all of an unpacked archive."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        found = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
        return sorted(path for path in found if path.is_file())
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not ignored(path))


def ignored(path: Path) -> bool:
    return any(
        part.startswith(".") or part in ("build", "dist", "__pycache__") for part in path.relative_to(ROOT).parts
    )


TRACKED = tracked()
PYTHON = [path for path in TRACKED if path.suffix == ".py"]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_a_file_has_at_most_300_lines() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON}
    assert {path: length for path, length in lengths.items() if length > 300} == {}
    assert lengths["tui/app.py"] <= 150


def test_init_files_are_empty() -> None:
    assert [name(path) for path in PYTHON if path.name == "__init__.py" and path.stat().st_size] == []


def test_every_file_says_what_it_is() -> None:
    silent = [
        name(path)
        for path in PYTHON
        if path.name != "__init__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in PYTHON
        if path.relative_to(ROOT).parts[0] in FLOORS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 35


def test_every_package_is_shipped_by_name() -> None:
    folders = {
        ".".join(path.parent.relative_to(ROOT).parts) for floor in FLOORS for path in (ROOT / floor).rglob("*.py")
    }
    assert set(SETUPTOOLS["packages"]) == folders


def test_every_data_file_is_shipped() -> None:
    shipped = {
        path
        for package, patterns in SETUPTOOLS["package-data"].items()
        for pattern in patterns
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    wanted = {path for path in TRACKED if path.suffix in DATA and path.relative_to(ROOT).parts[0] in FLOORS}
    assert {name(path) for path in wanted - shipped} == set()
    kinds = {path.suffix for path in shipped}
    assert {".docx", ".mo", ".tcss", ".toml", ".sql"} <= kinds


def test_every_pattern_of_data_files_matches_something() -> None:
    for package, patterns in SETUPTOOLS["package-data"].items():
        for pattern in patterns:
            assert list((ROOT / package.replace(".", "/")).glob(pattern)), f"{package}: {pattern}"


def test_each_language_has_the_same_templates() -> None:
    ky, ru = ({path.name for path in (ROOT / "templates_docx" / paper).glob("*.docx")} for paper in ("ky", "ru"))
    assert ky == ru != set()


def test_no_index_and_no_path_of_one_machine_is_named() -> None:
    found = []
    for path in TRACKED:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name(path)}: {match.group()}" for match in NEVER.finditer(text)]
    assert found == []


@pytest.mark.parametrize("text", ["see /" + "home/jo/x", "C:" + "\\Users\\jo", "py" + "pi.org", "x=/" + "tmp/a"])
def test_the_search_finds_what_it_looks_for(text: str) -> None:
    assert NEVER.search(text)


@pytest.mark.parametrize("text", ["~/work/x", "templates_docx/ky", "a/" + "home/b", "/home/asan/x"])
def test_the_search_leaves_the_rest_alone(text: str) -> None:
    assert not NEVER.search(text)


CATALOGUES = sorted(path for path in TRACKED if path.suffix == ".po")
FIELD = re.compile(r"\{\w*\}|%\(\w+\)[rsd]|%[rsd]")


def messages(po: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Sources → translations of a catalogue; of a sentence with a plural both have several."""
    with po.open("rb") as file:
        catalogue = read_po(file)
    assert not [message.id for message in catalogue if message.fuzzy and message.id]
    found = {message.id: message.string for message in catalogue if message.id}
    return {several(source): several(sentence) for source, sentence in found.items()}


def several(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.mark.parametrize("po", CATALOGUES, ids=name)
def test_every_sentence_is_translated(po: Path) -> None:
    found = messages(po)
    assert found
    assert [source for source, sentences in found.items() if not all(text.strip() for text in sentences)] == []


@pytest.mark.parametrize("po", CATALOGUES, ids=name)
def test_a_translation_keeps_every_place_that_is_filled_in(po: Path) -> None:
    for source, sentences in messages(po).items():
        wanted = set(FIELD.findall(source[-1]))
        assert all(set(FIELD.findall(text)) == wanted for text in sentences), source
