"""The keys that are the same everywhere, as a table for the README: `python -m tui.key_card ky`."""

import sys

from tui import commands, texts
from tui.commands import Command
from tui.texts import N_, _

CARD = (
    commands.HELP,
    commands.SAVE,
    commands.FIND,
    commands.EDIT,
    commands.WORD,
    commands.AREA,
    commands.NEW,
    commands.DELETE,
    commands.MENU,
    commands.QUIT,
    commands.BACK,
    commands.OPEN,
    Command("next", "tab", N_("Next"), N_("Go to the next field; Shift+Tab goes back.")),
    Command("twin_letter", "insert", N_("ө ү ң"), N_("Turn the letter before the cursor: о→ө, у→ү, н→ң and back.")),
    commands.UNDO,
    commands.REDO,
)


def card(language: str) -> str:
    """The key card in a language, a Markdown table: key, also, word, what it does."""
    texts.set_language(language)
    heads = (_("Key"), _("Also"), _("Word in the last line"), _("What it does"))
    lines = ["| " + " | ".join(heads) + " |", "|---|---|---|---|"]
    for command in CARD:
        also = ", ".join(commands.shown_key(key) for key in command.twins)
        lines.append(f"| {command.shown_key} | {also} | {_(command.title)} | {_(command.help)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(card(*sys.argv[1:2] or ["ky"]))
