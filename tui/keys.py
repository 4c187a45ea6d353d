"""The keyboard as it really is: Cyrillic layouts, terminals with odd reports, and pastes with anything in them."""

import codecs
import importlib
import sys
from collections.abc import Container, Iterable
from functools import partial
from time import monotonic

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.keys import Keys
from textual.message import Message
from textual.widgets import Input, TextArea

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm"
_STANDARD = "йцукенгшщзхъфывапролджэячсмить"
"""Russian ЙЦУКЕН; the standard Kyrgyz layout has the same letters there and ө ң ү on keys without a Latin letter."""
_PHONETIC = "өүертыуиоп  асдфгңйкл  зхжвбнм"
"""The Kyrgyz phonetic layout, key for key under the Latin ones."""


def _table(layout: str) -> dict[str, str]:
    return {letter: latin for letter, latin in zip(layout, _LATIN, strict=True) if latin.isalpha() and letter != " "}


_LAYOUTS = (_table(_STANDARD), _table(_PHONETIC))


def latin_twins(key: str) -> list[str]:
    """The Latin keys that the same physical key may be, by layout: `ctrl+я` → `ctrl+z` (standard).

    One Cyrillic letter stands on different keys in the standard and the phonetic layout, so there may be two.
    """
    modifiers, plus, letter = key.rpartition("+")
    if len(letter) != 1:
        return []
    found = [layout[letter.lower()] for layout in _LAYOUTS if letter.lower() in layout]
    return [modifiers + plus + (latin.upper() if letter.isupper() else latin) for latin in dict.fromkeys(found)]


def translated(event: events.Key, bound: Container[str], *, typing: bool) -> events.Key:
    """Return the event with its Latin twin if that means something here (is `bound`) and the letter itself does not.

    While the person is `typing` in a text field only keys with Ctrl are translated.
    """
    control = "ctrl+" in event.key
    if event.key in bound or (typing and not control):
        return event
    twins = latin_twins(event.key)
    twin = next((twin for twin in twins if twin in bound), None)
    if twin is None and control and twins:
        twin = twins[0]
    return event if twin is None else events.Key(twin, None if control else twin)


_KITTY_ALTERNATE_KEYS = 4

_CHUNK = 1024
"""Textual reads 4,096 bytes at a time; a chunk of so many characters may have been cut anywhere."""


class SafeParser(XTermParser):
    """Textual's terminal parser, made to survive what terminals and clipboards really send."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._paste: list[str] | None = None
        self._tail = ""
        self._held = ""
        self._held_since = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """Parse a chunk of input; what stands between the paste marks becomes one Paste, whatever it holds.

        Textual's own parser takes an ESC inside a paste for a key sequence and types what follows it as keys.
        """
        data, self._held = self._held + data, ""
        while data and (self._paste is not None or BRACKETED_PASTE_START in data):
            if self._paste is None:
                before, _, data = data.partition(BRACKETED_PASTE_START)
                self._paste = []
                if before:
                    yield from super().feed(before)
            data = self._collect(data)
            if self._paste is not None:
                return
            yield events.Paste(self._tail)
            self._tail = ""
            if not data:
                return
        kept = self._hold_back(data)
        if kept or not data:  # nothing at all would mean the end of the input
            yield from super().feed(kept)

    def tick(self) -> Iterable[Message]:
        """Give up waiting for the rest of a paste mark that never came."""
        if self._held and monotonic() - self._held_since > 0.1:
            held, self._held = self._held, ""
            yield from super().feed(held)
        yield from super().tick()

    def _collect(self, data: str) -> str:
        """Add to the paste; when its end mark is there, close it into `_tail` and return what follows."""
        assert self._paste is not None
        mark = BRACKETED_PASTE_END
        joined = (self._paste.pop() if self._paste else "") + data
        # Only the last piece is searched again: a mark may be split between two chunks, a long paste stays linear.
        body, found, rest = joined.partition(mark)
        if not found:
            self._paste += [joined[: -len(mark)], joined[-len(mark) :]] if len(joined) > len(mark) else [joined]
            return ""
        self._tail = "".join(self._paste) + body
        self._paste = None
        return rest

    def _hold_back(self, data: str) -> str:
        """Keep the beginning of a paste mark for the next chunk; Esc alone only if the chunk was cut by its size."""
        shortest = 1 if len(data) >= _CHUNK else 3
        for length in range(len(BRACKETED_PASTE_START) - 1, shortest - 1, -1):
            if data.endswith(BRACKETED_PASTE_START[:length]):
                self._held, self._held_since = data[-length:], monotonic()
                return data[:-length]
        return data

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:
        """Parse a kitty key; textual 8.2.8 dies of `CSI 1081::113;5u` (alternate keys) and of impossible numbers."""
        try:
            return super()._parse_extended_key(_plain_kitty(sequence))
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]


def _plain_kitty(sequence: str) -> str:
    """Leave out of a kitty key what textual does not read; with Ctrl prefer the key's place on the Latin layout.

    Fields are `code:shifted:base;modifiers:event;text`. A released key is nobody's key: ValueError.
    """
    if ":" not in sequence or not sequence.startswith("\x1b["):
        return sequence
    codes, semicolon, after = sequence[2:-1].partition(";")
    modifiers, second, text = after.partition(";")
    modifier, _, happened = modifiers.partition(":")
    if happened == "3":
        raise ValueError(sequence)
    code, _shifted, base, *_ = [*codes.split(":"), "", ""]
    with_control = bool((int(modifier or "1") - 1) & 4)
    return f"\x1b[{base if base and with_control else code}{semicolon}{modifier}{second}{text}{sequence[-1]}"


def install() -> None:
    """Have Textual's driver of this system read the keyboard through `SafeParser`, and never die of a wrong byte."""
    if sys.platform == "win32":
        importlib.import_module("textual.drivers.win32").XTermParser = SafeParser
        return
    driver = importlib.import_module("textual.drivers.linux_driver")
    driver.XTermParser = SafeParser
    # Terminals with kitty's protocol then also tell a key's place on the Latin layout: the exact twin in any layout.
    driver.KITTY_DISAMBIGUATE_ESCAPE_CODES |= _KITTY_ALTERNATE_KEYS
    driver.getincrementaldecoder = lambda name: partial(codecs.getincrementaldecoder(name), errors="replace")


def is_typing(focused: object) -> bool:
    """Tell whether letters go into a text field now."""
    return isinstance(focused, TextArea | Input)
