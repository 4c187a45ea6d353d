"""The command line: the same work without a screen, for scripts, tests and the school's technician."""

import argparse
import gettext
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from db.errors import Refused
from tui import messages, texts
from tui.cli_words import ARGUMENTS, COMMANDS, OPTIONS, Argument
from tui.texts import _

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""The exit statuses."""


@dataclass(frozen=True, slots=True)
class Given:
    """What stands on the command line, read."""

    command: str
    folder: Path
    language: str
    """ky, ru or en; empty: as chosen in the settings."""
    association: str
    plain: bool
    demo: bool
    arguments: argparse.Namespace
    """The command's own."""


class Parser(argparse.ArgumentParser):
    """Argparse, but a wrong command line is answered by one line."""

    def error(self, message: str) -> NoReturn:
        """End with the status of wrong usage."""
        hint = _("What there is: birikme --help")
        self.exit(WRONG_USAGE, f"birikme: {message} · {hint}\n")


def run(argv: Sequence[str]) -> int:
    """Do what a command line says; returns the exit status. What is refused is said in one line, never a traceback."""
    _speak_utf8()
    _choose_language(argv)
    try:
        given = _read(argv)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_USAGE
    try:
        return perform(given)
    except Refused as error:
        _complain(messages.sentence(error))
    except BrokenPipeError:  # who reads along has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _complain(_("Stopped."))
    except Exception as error:
        _complain(_unexpected(given.folder, error))
    return REFUSED


def _unexpected(folder: Path, error: Exception) -> str:
    """What nobody refused: mostly the disk; else a mistake of the program, with its code."""
    from db.writer import stopped

    refused = stopped(error)
    if refused is not None:
        return messages.sentence(refused)
    from tui import trouble

    return trouble.sentence(trouble.write_log(folder, error))


def perform(given: Given) -> int:
    """Do one command; raises Refused."""
    if given.command == "screen":
        from tui.cli_screen import open_screen

        return open_screen(given)
    if given.command in ("documents", "document"):
        from tui import cli_papers

        return cli_papers.PERFORM[given.command](given)
    from tui import cli_data

    return cli_data.PERFORM[given.command](given)


def parser() -> Parser:
    """The command line's grammar, its help in the language spoken now."""
    found = Parser(prog="birikme", description=_("Workplace of a school's methodological association."),
                   add_help=False, allow_abbrev=False, epilog=_("Without a command the screen opens."))  # fmt: skip
    _add(found, (*OPTIONS, *ARGUMENTS["screen"]))
    commands = found.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for name, sentence in COMMANDS.items():
        command = commands.add_parser(
            name, help=_(sentence), description=_(sentence), add_help=False, allow_abbrev=False
        )
        _add(command, (*ARGUMENTS[name], *OPTIONS))
    return found


def _add(to: argparse.ArgumentParser, arguments: Sequence[Argument]) -> None:
    """Add arguments. Nothing has a default: an option that stands before the command must survive its parser."""
    for argument in arguments:
        to.add_argument(*argument.names, help=_(argument.help), **argument.how)


def _read(argv: Sequence[str]) -> Given:
    grammar = parser()
    found = grammar.parse_args(argv)
    if found.command and hasattr(found, "demo"):
        grammar.error(_("--demo opens the screen; no command goes with it"))
    return Given(
        command=found.command or "screen",
        folder=Path(getattr(found, "data", "") or os.environ.get("BIRIKME_DATA") or _usual_folder()).expanduser(),
        language=getattr(found, "lang", ""),
        association=getattr(found, "association", ""),
        plain=hasattr(found, "plain"),
        demo=hasattr(found, "demo"),
        arguments=found,
    )


def _usual_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("birikme", appauthor=False, roaming=False)


def _choose_language(argv: Sequence[str]) -> None:
    """Speak the language that is asked for, argparse too: it looks for its sentences in gettext's usual domain."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang", choices=texts.LANGUAGES)
    language = ""
    with suppress(argparse.ArgumentError, SystemExit):
        language = early.parse_known_args(list(argv))[0].lang or ""
    texts.set_language(language or texts.LANGUAGES[0])
    os.environ["LANGUAGE"] = texts.language()
    gettext.bindtextdomain("birikme", Path(texts.__file__).with_name("locale"))
    gettext.textdomain("birikme")


def _speak_utf8() -> None:
    """Whatever the console says: a redirected list must hold ө on Windows too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(sentence: str) -> None:
    """One line on the standard error output."""
    print(" ".join(sentence.split()), file=sys.stderr)
