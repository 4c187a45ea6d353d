"""A terminal that speaks the kitty protocol: every key is a code, the layout stays Russian, Ctrl+letter too."""

from __future__ import annotations

from pathlib import Path

from tests.story import finishing, preparing
from tests.story.leader import Leader
from tests.story.papers import lines
from tests.story.test_story import Laptop
from tests.terminal import KEYS

RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
CODES = {"Enter": 13, "Tab": 9, "Backspace": 127, "Esc": 27}
FUNCTIONS = {"F1": "\x1b[P", "F2": "\x1b[Q", "F3": "\x1b[13~", "F4": "\x1b[S"}
"""Keys that kitty sends otherwise than older terminals."""
ASKED_FOR = b"\x1b[>29u"
"""What the program asks of the terminal: all keys as codes, with the key's place on a Latin layout and the text."""


class Kitty(Leader):
    """Sends what kitty, Ghostty or foot send once they are asked for all keys as codes."""

    def key(self, name: str) -> str:
        """Enter, Tab, Backspace and Esc are codes; the first F-keys look different."""
        return f"\x1b[{CODES[name]}u" if name in CODES else FUNCTIONS.get(name, KEYS[name])

    def letter(self, letter: str) -> str:
        """The letter without Shift, with Shift, on a Latin layout; the modifiers; the text."""
        low = letter.lower()
        latin = f":{ord(LATIN[RUSSIAN.index(low)])}" if low in RUSSIAN else ""
        shifted = f"{ord(letter)}" if letter != low else ""
        places = f":{shifted}{latin}" if shifted or latin else ""
        return f"\x1b[{ord(low)}{places};{2 if shifted else ''};{ord(letter)}u"

    def control(self, letter: str) -> None:
        """Press Ctrl and a letter."""
        self.terminal.send(f"\x1b[{ord(letter)}::{ord(LATIN[RUSSIAN.index(letter)])};5u")


def test_a_meeting_is_planned_and_printed_by_codes_alone(birikme: Path, tmp_path: Path) -> None:
    laptop = Laptop(birikme, tmp_path)
    with laptop.open() as terminal:
        leader = Kitty(terminal)
        preparing.set_up(leader)
        assert ASKED_FOR in terminal.received
        leader.sees_marked("Отурумду баштоо")
        preparing.clear_agenda(leader)
        leader.press("F7")
        leader.sees("1. маселе эмне жөнүндө")
        leader.type("Ачык сабактар жөнүндө")
        leader.sees("Ачык сабактар жөнүндө")
        undo_and_redo(leader)
        agenda = finishing.print_paper(leader, laptop.papers)
        assert lines(agenda)[0].startswith("_ ")  # no word about a draft on an invitation
        assert "1. Ачык сабактар жөнүндө." in lines(agenda)
        leader.press("Esc")
        leader.sees("КИЙИНКИ ОТУРУМ")
        leader.press("F10")
        assert terminal.wait_end() == 0


def undo_and_redo(leader: Kitty) -> None:
    """Ctrl+я takes typing back, outside a field the last event; Ctrl+н does it again."""
    leader.control("я")
    leader.sees("Ачык сабактар жөнүндо")
    leader.control("н")
    leader.sees("Ачык сабактар жөнүндө")
    leader.press("Tab", "F6", "F6")
    leader.sees_marked("1 Ачык сабактар жөнүндө")
    leader.control("я")
    leader.sees("1. маселе эмне жөнүндө")
    leader.control("н")
    leader.sees("1 Ачык сабактар жөнүндө")
