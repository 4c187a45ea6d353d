"""Kyrgyz alphabetical order and search that does not care which keyboard layout was used."""

import re
from unicodedata import normalize

# The 36 letters of the alphabet with letters of neighbouring languages, met in names, beside the nearest one.
_ORDER = "аәбвгґғдеёєжзиіїйкқлмнңоөпрстуүұўфхҳһцчҷшщъыьэюя"
_RANKS = {ord(letter): chr(0x430 + rank) for rank, letter in enumerate(_ORDER)}
_NUMBER = re.compile("[0-9]+")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NUMBER_WIDTH = 10


class _Folding(dict[int, str]):
    """The search form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lower = character.lower()[0] if character.isalnum() else " "
        self[code] = lower if lower.isalnum() else " "
        return self[code]


_FOLDED = _Folding({ord(pair[0]): pair[1] for pair in ("ёе", "Ёе", "ңн", "Ңн", "өо", "Өо", "үу", "Үу")})


def sort_key(text: str) -> str:
    """Return a key whose order by code points is the Kyrgyz alphabetical order.

    Case, punctuation and the width of spaces do not count; a shorter word comes first («Асан уулу» before «Асанов»),
    numbers stand by their value (4-А before 10-А).
    """
    words = _BETWEEN_WORDS.sub(" ", normalize("NFC", text).casefold()).strip()
    numbered = _NUMBER.sub(lambda found: found.group().zfill(_NUMBER_WIDTH), words)
    return numbered.translate(_RANKS)


def fold(text: str) -> str:
    """Return the search form of the text, exactly one character for each of its characters.

    Lower case; ё→е, ң→н, ө→о, ү→у, so that a Russian layout finds Kyrgyz words; й stays; no word character → space.
    """
    return text.translate(_FOLDED)


def fold_words(text: str) -> list[str]:
    """Return the folded words of the text."""
    return fold(text).split()


def matches(needle: str, haystack: str) -> bool:
    """Tell whether each word of the needle begins a different word of the haystack, in any order, both folded."""
    left = fold_words(haystack)
    # The longest first: whatever it fits also fits the shorter ones, so taking any fit cannot block another word.
    for beginning in sorted(fold_words(needle), key=len, reverse=True):
        found = next((word for word in left if word.startswith(beginning)), None)
        if found is None:
            return False
        left.remove(found)
    return True
