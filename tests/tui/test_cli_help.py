"""What the command line says of itself, in every language."""

from __future__ import annotations

import pytest

from tui import cli


@pytest.mark.parametrize("words", [("--help",), ("document", "--help"), ("--version",), ("documents", "--version")])
def test_help_and_version_need_no_data(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert cli.run(list(words)) == 0
    assert "birikme" in capsys.readouterr().out


def test_every_word_of_the_help_is_translated(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ((), *((name,) for name in cli.COMMANDS)):
        helps = []
        for language in ("en", "ky", "ru"):
            assert cli.run([*command, "--lang", language, "--help"]) == 0
            helps.append(set(capsys.readouterr().out.splitlines()))
        english = {line for line in helps[0] if "  " in line.strip() and any(letter.islower() for letter in line)}
        assert not english & (helps[1] | helps[2]) - {line for line in english if line.lstrip().startswith("--version")}
