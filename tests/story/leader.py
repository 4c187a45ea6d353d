"""The leader at her keyboard: a Russian layout, F-keys, and eyes that wait for what the screen shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.terminal import KEYS, Terminal

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LAYOUT = frozenset(_RUSSIAN + _RUSSIAN.upper() + '0123456789 .,!"№;%:?()')
"""What a key of the Russian layout types that the Kyrgyz one has too: no @ + = -, no ң ө ү, no « » –."""
BY_INSERT = {"ө": "о", "ү": "у", "ң": "н", "Ө": "О", "Ү": "У", "Ң": "Н"}
"""Letter → the one after which Insert is pressed to have it."""
PATIENCE = 60.0
"""Seconds to wait for the screen: a busy machine is slow, not wrong."""
PAGE = 27
"""The column where the page begins beside agenda and attendance."""


class Leader:
    """Sends only what a keyboard sends and counts the keys that are no text."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0
        """Keys pressed so far that type nothing. An Insert that makes a letter of the letter before it is typing."""

    def press(self, *names: str) -> None:
        """Press keys by their names."""
        assert all(name in KEYS for name in names)
        self.keys += len(names)
        self.terminal.send(*map(self.key, names))

    def choose(self, digit: str) -> None:
        """Press a digit that chooses: it types nothing, so it counts."""
        self.keys += 1
        self.terminal.send(self.letter(digit))

    def type(self, text: str) -> None:
        """Type a text as this layout can: Insert after о, у, н makes ө, ү, ң."""
        assert (strange := set(text) - LAYOUT - BY_INSERT.keys()) == set(), strange
        for letter in text:
            turned = [self.key("Insert")] if letter in BY_INSERT else []
            self.terminal.send(self.letter(BY_INSERT.get(letter, letter)), *turned)

    def key(self, name: str) -> str:
        """What the terminal sends for a key without a letter."""
        return KEYS[name]

    def letter(self, letter: str) -> str:
        """What the terminal sends for a letter or sign."""
        return letter

    def field(self, text: str, key: str = "Tab", shown: str = "") -> None:
        """Type into a field, see it stand there (as `shown` where it is not as typed), and go on by a key."""
        self.type(text)
        self.sees(shown or text)
        self.press(key)

    def person(self, letters: str, name: str) -> None:
        """Type a few letters of a name and take who is offered first."""
        self.field(letters, shown=f"{letters} {name}")

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page, over as many lines as it takes."""
        self.terminal.wait_until(lambda lines: text in page(lines) or text in flat(lines), PATIENCE)

    def sees_marked(self, text: str) -> None:
        """Wait until the cursor of a list stands on the line that holds a text: until then keys go elsewhere."""
        self.terminal.wait_until(lambda lines: any(self._marked(at, text) for at in range(len(lines))), PATIENCE)

    def _marked(self, line: int, text: str) -> bool:
        column = self.terminal.screen()[line].find(text)
        cells = [(x, y) for y in range(1, 23) for x in (0, 26, 79)]
        plain = Counter(self.terminal.background(*cell) for cell in cells).most_common(1)[0][0]
        return column >= 0 and self.terminal.background(column, line) != plain

    def sees_cursor_after(self, text: str) -> None:
        """Wait until the cursor stands right behind a text: a cell of another colour than its neighbour."""
        colour = self.terminal.background

        def there(line: str, at: int) -> bool:
            after = line.find(text) + len(text)
            return text in line and colour(after, at) != colour(after + 1, at)

        self.terminal.wait_until(lambda lines: any(there(line, at) for at, line in enumerate(lines)), PATIENCE)

    def sees_gone(self, text: str) -> None:
        """Wait until a text stands nowhere any more."""
        self.terminal.wait_until(lambda lines: text not in page(lines) and text not in flat(lines), PATIENCE)

    def sees_line(self, holds: Callable[[str], bool]) -> None:
        """Wait until some line is as described."""
        self.terminal.wait_until(lambda lines: any(map(holds, lines)), PATIENCE)

    @contextmanager
    def counted(self) -> Iterator[list[int]]:
        """Count the keys of a block: the list holds their number when it ends."""
        found: list[int] = []
        before = self.keys
        yield found
        found.append(self.keys - before)


def page(lines: list[str]) -> str:
    """The page beside the agenda as one text, quotation marks as typed."""
    return flat([line[PAGE:] for line in lines])


def flat(lines: list[str]) -> str:
    """Lines as one text, quotation marks as typed."""
    return " ".join(" ".join(lines).split()).replace("«", '"').replace("»", '"')
