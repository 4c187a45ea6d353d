"""Names of files that every system accepts, made from what a person typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from unicodedata import combining, normalize

LONGEST = 200
"""The longest file name, in bytes of UTF-8, with its extension."""
UNNAMED = "birikme"
_RESERVED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)


def file_name(title: str, extension: str = ".docx") -> str:
    """Make a title a file name that Windows and Linux accept, at most 200 bytes, extension kept."""
    stem = normalize("NFC", " ".join(title.split())).replace(": ", " – ")
    stem = _RESERVED.sub("-", stem).rstrip("-")
    stem = shortened(stem.strip(" ."), LONGEST - len(extension.encode())).strip(" .") or UNNAMED
    if _DEVICE.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return stem + extension


def others(stem: str, extension: str) -> Iterator[str]:
    """Name the places beside a file: «… (2).docx», «… (3).docx», each at most 200 bytes."""
    for number in count(2):
        tail = f" ({number}){extension}"
        yield shortened(stem, LONGEST - len(tail.encode())) + tail


def shortened(text: str, limit: int) -> str:
    """Cut to a number of bytes without cutting a letter from its accents."""
    if len(text.encode()) <= limit:
        return text
    kept = text.encode()[:limit].decode(errors="ignore")
    while kept and combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip(" .")
