"""The parts of README.md that follow from the program: `python -m tests.readme` writes them, a test compares them."""

from __future__ import annotations

import re
from pathlib import Path

from peewee import ForeignKeyField

from db.models.all import RECORDS
from tui import commands, texts
from tui.cli import COMMANDS
from tui.commands import Command
from tui.texts import in_language

README = Path(__file__).parents[1] / "README.md"


def part(name: str) -> re.Pattern[str]:
    """Where a part stands: between two comments."""
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)


def key_card(language: str) -> str:
    """The keys that are the same everywhere, with what they do."""
    named = [each for each in vars(commands).values() if isinstance(each, Command)]
    lines = [f"| {each.shown_key} | {in_language(each.title, language)} | {in_language(each.help, language)} |"
             for each in named]  # fmt: skip
    return "\n".join(["| | | |", "|---|---|---|", *lines]) + "\n"


def command_list(language: str) -> str:
    """What the command line knows."""
    lines = [f"| `birikme {name}` | {in_language(sentence, language)} |" for name, sentence in COMMANDS.items()]
    return "\n".join(["| | |", "|---|---|", *lines]) + "\n"


def tables() -> str:
    """The tables of the JSON file with their fields; a link says where it points."""
    own = ("id", "uid", "rev", "digest", "deleted_at")
    lines = []
    for model in RECORDS:
        fields = [
            f"{name} → {field.rel_model._meta.table_name}" if isinstance(field, ForeignKeyField) else name
            for name, field in model._meta.fields.items()
            if name not in own
        ]
        lines.append(f"| `{model._meta.table_name}` | {', '.join(fields)} |")
    return "\n".join(["| Table | Fields |", "|---|---|", *lines]) + "\n"


def parts() -> dict[str, str]:
    """Every generated part by the name in its comments."""
    keys = {f"keys {language}": key_card(language) for language in ("ky", "ru")}
    return (
        keys | {f"commands {language}": command_list(language) for language in texts.LANGUAGES} | {"tables": tables()}
    )


def write() -> None:
    """Bring README.md up to date."""
    text = README.read_text(encoding="utf-8")
    for name, made in parts().items():
        text = part(name).sub(lambda _found, made=made: made, text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
