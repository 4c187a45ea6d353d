"""The copies in a folder, as their names tell of them: a half-written file has no such name."""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import files
from db.rules import thinning

FOLDER = "backups"
"""Where copies are kept, inside the data folder."""

MADE = "%Y%m%d-%H%M"
PROOF = 16
"""So many digits of the file's SHA-256 stand in its name."""

LASTING = frozenset({"migration", "restore"})
"""The newest copy made for one of these reasons stays, whatever its number."""

NOTHING = "0" * 8
"""In the place of the history's head while there is no history."""

_NAME = re.compile(
    r"birikme-(?P<number>\d{6,9})-(?P<made>\d{8}-\d{4})-(?P<why>[a-z]+)"
    r"-(?P<mark>[0-9a-f]{8})-(?P<head>[0-9a-f]{8})-(?P<proof>[0-9a-f]{16})\.db"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A numbered copy. The number alone says which is newer: the clock may have been wrong."""

    path: Path
    number: int
    made: str
    """When, by the computer's clock: `20261122-1430`."""
    why: str
    """asked, start, work (half an hour), exit, migration, import, restore, finalising."""
    mark: str
    """The beginning of the history's first hash: copies of other data may lie beside."""
    head: str
    """The beginning of the hash of the newest event: a history that was written anew has another one."""
    proof: str
    """The beginning of the file's SHA-256."""

    @property
    def made_at(self) -> datetime | None:
        """When it was made as far as its name makes sense."""
        with suppress(ValueError):
            return datetime.strptime(self.made, MADE)
        return None

    @property
    def whole(self) -> bool:
        """Whether the file is what was written; reads all of it."""
        try:
            return proof_of(self.path) == self.proof
        except OSError:
            return False


def name_of(number: int, now: datetime, why: str, mark: str, head: str, proof: str) -> str:
    """How a copy is called."""
    return f"birikme-{number:06}-{now.strftime(MADE)}-{why}-{mark}-{head}-{proof}.db"


def proof_of(path: Path) -> str:
    """What the content of a file is proved by; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:PROOF]


def read_name(path: Path) -> Copy | None:
    """What a file's name tells, None where it is no copy of ours."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    return Copy(path, int(found["number"]), *found.group("made", "why", "mark", "head", "proof"))


def listed(place: Path) -> list[Copy]:
    """The copies in a folder, the newest first; none where the folder is missing or cannot be read."""
    try:
        found = [copy for path in place.iterdir() if (copy := read_name(path)) is not None]
    except OSError:
        return []
    return sorted(found, key=lambda copy: (copy.number, copy.path.name), reverse=True)


def thin(place: Path, made: Copy) -> None:
    """Take away what is not kept of the copies of one data, never the one just made; what resists stays."""
    found = [copy for copy in listed(place) if copy.mark == made.mark]
    kept = thinning.kept(copy.number for copy in found)
    lasting = {why: copy.number for copy in reversed(found) if (why := copy.why) in LASTING}
    for copy in found:
        if copy.number not in (*kept, *lasting.values(), made.number):
            with suppress(OSError):
                copy.path.unlink()


def clear_leftovers(folder: Path) -> None:
    """Take away what a power cut left half written, in the data folder and among its copies."""
    for place in (folder, folder / FOLDER):
        for left in place.glob(f"{files.LEFTOVER}*{files.TEMPORARY}*"):
            with suppress(OSError):
                shutil.rmtree(left) if left.is_dir() else left.unlink()
