"""A grey page as a small PNG: sixteen shades are enough for print and halve its size."""

from __future__ import annotations

import re
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PGM = re.compile(rb"P5\s(\d+)\s(\d+)\s255\s")


def small_png(pgm: bytes) -> bytes:
    """The PNG of a PGM with 255 shades, as pdftoppm writes it."""
    head = _PGM.match(pgm)
    assert head is not None
    width, height = (int(each) for each in head.groups())
    rows = [pgm[at : at + width] for at in range(head.end(), head.end() + width * height, width)]
    shades = b"".join(b"\0" + _halved(row) for row in rows)
    size = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    return SIGNATURE + _part(b"IHDR", size) + _part(b"IDAT", zlib.compress(shades, 9)) + _part(b"IEND", b"")


def _halved(row: bytes) -> bytes:
    """Two dots a byte, four bits each."""
    fours = [(dot * 15 + 127) // 255 for dot in row] + [15] * (len(row) % 2)
    return bytes(left << 4 | right for left, right in zip(fours[::2], fours[1::2], strict=True))


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
