"""The one gate for text: what a person typed, pasted or imported becomes text that is safe to store and to show."""

import re
from dataclasses import dataclass
from unicodedata import normalize

MAX_TEXT = 1_000_000
"""The longest text of one field, in characters."""
MAX_LINE = 500
"""The longest text of a one-line field, in characters."""

_LINE_ENDS = re.compile("[\r\x0b\x0c\u2028\u2029]")
_INTRODUCERS = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
_COMMAND = r"(?:[0-?]*+[ -/]*+[@-~])"
_STRING = r"(?:[^\n\x07\x1b\x90\x98\x9b-\x9f]*+(?:\x07|\x1b\\|\x9c))"
_SEQUENCE = re.compile(
    rf"\x1b++(?:\[{_COMMAND}|[]PX^_]{_STRING}|[ -/]*+[0-~])?|\x9b{_COMMAND}?|[\x90\x98\x9d-\x9f]{_STRING}?"
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\xad\u061c\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # bidi, format
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\ufe00-\ufe0f"  # drawn as nothing
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"  # surrogates and what will never be a character
)
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_UNSAFE_BEYOND_BMP = re.compile(
    "[\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]+"
)
# Unicode's stream-safe limit is 30 marks on a letter; sorting longer runs makes NFC take minutes.
_MARK = r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u3029\u3030-\ufe1f\ufe30-\U0010ffff]"
_MARKS = re.compile(_MARK)
_TOO_MANY_MARKS = re.compile(f"(?<={_MARK}{{30}}){_MARK}+")

# A wide class or an alternation costs 100 ms for a megabyte, a class within the first plane 5 ms: hence the pairs.
_GATES = (
    (_INTRODUCERS, _SEQUENCE),
    (_UNSAFE, _UNSAFE),
    (_BEYOND_BMP, _UNSAFE_BEYOND_BMP),
    (_MARKS, _TOO_MANY_MARKS),
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text and how many invisible or control characters were taken out of it."""

    text: str
    removed: int


def clean(text: str, *, multiline: bool = True) -> Cleaned:
    """Make any string safe: NFC, no control, bidi, invisible or surrogate characters, no terminal sequences.

    Line ends of every kind become `\\n` (a space in one-line text) and tabs become spaces; these are not counted.
    """
    lines = _LINE_ENDS.sub("\n", text.replace("\r\n", "\n")).replace("\t", " ")
    kept = lines
    for trigger, unsafe in _GATES:
        if trigger.search(kept):
            kept = unsafe.sub("", kept)
    return Cleaned(normalize("NFC", kept if multiline else kept.replace("\n", " ")), len(lines) - len(kept))


def plain(text: str, *, multiline: bool = True) -> str:
    """Return only the clean text."""
    return clean(text, multiline=multiline).text


def too_long(text: str, limit: int = MAX_TEXT) -> bool:
    """Tell whether the text has more characters than a field may hold."""
    return len(text) > limit
