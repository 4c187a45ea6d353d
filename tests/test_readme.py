"""README.md says what the program is: its keys, commands and file format are those of the code."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from db.exchange import FORMAT
from tests import readme
from tui.__main__ import VERSION

TEXT = readme.README.read_text(encoding="utf-8")
ROOT = readme.README.parent


@pytest.mark.parametrize("name", sorted(readme.parts()))
def test_a_generated_part_is_up_to_date(name: str) -> None:
    found = readme.part(name).search(TEXT)
    assert found is not None
    assert found.group() == readme.parts()[name], "python -m tests.readme writes it"


def command(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```sh\n(.+)\n```\n<!-- end of {name} -->", TEXT)
    assert found is not None, name
    return found.group(1)


def on_windows(line: str) -> str:
    """The same command for cmd.exe."""
    line = line.replace("python3 -m venv", "py -3.11 -m venv").replace(".venv/bin/", ".venv\\Scripts\\")
    return line.replace("'", "")


@pytest.mark.parametrize("name", ["install command", "test command"])
def test_a_command_is_one_line_and_has_its_windows_form(name: str) -> None:
    line = command(name)
    assert "--constraint constraints.txt" in line
    assert f"```bat\n{on_windows(line)}\n```" in TEXT


def test_one_command_opens_the_example_year_and_one_runs_all_tests() -> None:
    assert command("install command").endswith("birikme --demo")
    assert command("test command").endswith("-m pytest -n 4 --dist worksteal")
    assert ".[dev]" in command("test command")


def test_ci_runs_the_test_command_that_stands_here() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- test command -->" in script
    assert "pytest -n" not in script


def test_every_dependency_is_pinned_for_repeatable_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = {re.split(r"[<>=\[]", each)[0].lower().replace("_", "-") for each in wanted}
    there = {line.split("==")[0].lower().replace("_", "-") for line in pinned.splitlines() if "==" in line}
    assert names - there == set()
    assert not re.search(r"^-|://", pinned, re.MULTILINE)
    versions = dict(line.lower().split("==") for line in pinned.splitlines() if "==" in line)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(versions[requirement.name.lower()]), requirement
    textual = re.search(r"^textual==(.+)$", pinned, re.MULTILINE)
    assert textual is not None
    assert f"textual=={textual.group(1)}" in project["dependencies"]


def test_the_version_is_one_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_kyrgyz_stands_first_then_russian_then_the_developers_part() -> None:
    places = [TEXT.index(heading) for heading in ("# Бирикме · Birikme", "# Бирикме · по-русски", "# For developers")]
    assert places == sorted(places)
    assert f'"birikme": {FORMAT}' in TEXT


def test_every_picture_is_there() -> None:
    for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT):
        assert (ROOT / name).is_file(), name
