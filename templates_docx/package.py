"""A Word file as its parts: read within limits, digested, and the marks that Birikme leaves in its own files."""

import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from db.errors import Refused

UNPACKED = 20_000_000
"""The largest size of an unpacked Word file, in bytes; a long protocol has a fortieth of it."""
PARTS = 400
"""The largest number of parts of a Word file."""

MARKS = "docProps/custom.xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
)
_DIGEST = re.compile(rb'name="BirikmeDigest"[^>]*>\s*<vt:lpwstr>([0-9a-f]{64})<')
_FINAL = re.compile(rb'name="BirikmeFinal"')


@dataclass(frozen=True, slots=True)
class Marks:
    """What a Word file says of itself: the digest when it was made, the digest now, whether it is a final paper."""

    made: str
    now: str
    final: bool

    @property
    def untouched(self) -> bool:
        """Whether nobody changed the file since it was made."""
        return self.made == self.now


def read_parts(file: Path | bytes, name: str) -> dict[str, bytes]:
    """Read a Word file's parts by name. Raises Refused: file_broken, file_unsafe (name)."""
    try:
        with ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as package:
            infos = package.infolist()
            if len(infos) > PARTS or sum(info.file_size for info in infos) > UNPACKED:
                raise Refused("file_unsafe", name=name)
            parts = {info.filename: package.read(info) for info in infos}
    except (BadZipFile, OSError, ZlibError, NotImplementedError, RuntimeError) as broken:
        raise Refused("file_broken", name=name) from broken
    if any(b"<!DOCTYPE" in text for part, text in parts.items() if part.endswith((".xml", ".rels"))):
        raise Refused("file_unsafe", name=name)
    return parts


def content_digest(parts: dict[str, bytes]) -> str:
    """Return the SHA-256 of what a person can change in Word: every part but the properties and the wiring."""
    seen = sha256()
    for name in sorted(parts):
        if name.startswith("word/") and not name.endswith(".rels"):
            seen.update(f"{name}\0{len(parts[name])}\0".encode())
            seen.update(parts[name])
    return seen.hexdigest()


def marks_part(digest: str, *, final: bool) -> bytes:
    """Write the part that holds the marks; Word keeps it when a person saves the file."""
    marks = {"BirikmeDigest": digest} | ({"BirikmeFinal": "1"} if final else {})
    lines = (_PROPERTY.format(pid=pid, name=name, value=value) for pid, (name, value) in enumerate(marks.items(), 2))
    return _PROPERTIES.format(properties="".join(lines)).encode()


def marks_of(parts: dict[str, bytes]) -> Marks:
    """Read the marks; a file that is not ours has an empty `made`."""
    own = parts.get(MARKS, b"")
    made = _DIGEST.search(own)
    return Marks(made[1].decode() if made else "", content_digest(parts), bool(_FINAL.search(own)))
