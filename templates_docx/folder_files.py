"""Making the whole folder: numbered Word files, her own papers and a table of contents, all of it or nothing."""

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import files as disk
from db.errors import Refused
from db.rules.file_names import file_name, others
from templates_docx import documents, files
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.folder import contents_of, standings
from templates_docx.documents import Selection
from templates_docx.folder import Piece, Standing

LEFTOVER = f"{disk.LEFTOVER}folder-"
OLD = 3600.0
"""Seconds after which an unfinished folder was left by a power cut."""

Progress = Callable[[int, int, str], None]
"""Told how many files of how many are made, and which one comes."""
Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the folder: how many files, those that stand beside an older one, those that were not made."""

    path: Path
    count: int
    beside: tuple[str, ...] = ()
    failed: tuple[tuple[str, Refused], ...] = ()


def make(selection: Selection, paper: PaperLanguage, target: Path, progress: Progress, stopped: Stopped) -> Made | None:
    """Make the folder of a year at `target`; None when it was stopped, and then nothing is left of it.

    Everything is made in a temporary folder beside, then moved. A file that a person changed since is never
    overwritten: the new one stands beside it. Reads records on this thread's connection. Raises Refused as
    `db.files.put`.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(target.parent)
        temporary = Path(tempfile.mkdtemp(prefix=LEFTOVER, dir=target.parent))
    except OSError as error:
        raise disk.refusal(error, target) from error
    try:
        return _make(selection, paper, target, temporary, progress, stopped)
    except OSError as error:
        raise disk.refusal(error, target) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _make(
    selection: Selection, paper: PaperLanguage, target: Path, temporary: Path, progress: Progress, stopped: Stopped
) -> Made | None:
    found = standings(selection, paper)
    pieces = [piece for each in found for piece in each.pieces]
    names: dict[int, list[str]] = defaultdict(list)
    failed: list[tuple[str, Refused]] = []
    for place, piece in enumerate(pieces):
        if stopped():
            return None
        progress(place, len(pieces), piece.name)
        try:
            names[piece.number].append(_piece(piece, paper, temporary))
        except Refused as error:
            failed.append((piece.name, error))
    _copy_own(found, temporary, names)
    _contents(selection, found, names, paper, temporary)
    if stopped():
        return None
    progress(len(pieces), len(pieces), "")
    beside = _move(temporary, target)
    return Made(target, sum(map(len, names.values())) + 1, tuple(beside), tuple(failed))


def _piece(piece: Piece, paper: PaperLanguage, folder: Path) -> str:
    """Make one file; returns its name."""
    made = documents.make(piece.document_id, piece.selection, paper)
    path = _free(folder, f"{piece.name}.docx")
    disk.put(documents.print_paper(made), path)
    return path.name


def _copy_own(found: Sequence[Standing], folder: Path, names: dict[int, list[str]]) -> None:
    for each in found:
        for own in each.own:
            path = _free(folder, own.name)
            shutil.copyfile(own, path)
            names[each.paper.number].append(path.name)


def _contents(
    selection: Selection, found: Sequence[Standing], names: dict[int, list[str]], paper: PaperLanguage, folder: Path
) -> None:
    filled = contents_of(selection, found, names, paper)
    template = documents.template_path("folder", paper)
    made = documents.Paper(filled.values, template, filled.title, "", filled.untranslated, final=False)
    title = documents.DOCUMENTS["folder"].title(paper)
    disk.put(documents.print_paper(made), folder / file_name(f"00 {title}"))


def _free(folder: Path, name: str) -> Path:
    """A name that no file of the folder has yet."""
    path = folder / name
    names = others(path.stem, path.suffix)
    while path.exists():
        path = folder / next(names)
    return path


def _move(temporary: Path, target: Path) -> list[str]:
    """Put what was made in its place: a new folder at once, into an older one file by file; returns what is beside."""
    if not target.exists():
        temporary.chmod(0o755)
        temporary.rename(target)
        return []
    beside: list[str] = []
    for path in sorted(temporary.iterdir()):
        if path.suffix == ".docx" and _ours(path):
            written = files.write(path.read_bytes(), target / path.name)
            beside += [written.path.name] if written.kept else []
        elif not _same(path, target / path.name):
            place = _free(target, path.name)
            disk.put(path.read_bytes(), place)
            beside += [place.name] if place.name != path.name else []
    return beside


def _ours(path: Path) -> bool:
    """Whether a Word file carries the program's marks."""
    from templates_docx.package import marks_of, read_parts

    try:
        return bool(marks_of(read_parts(path, path.name)).made)
    except Refused:
        return False


def _same(path: Path, there: Path) -> bool:
    return there.is_file() and there.read_bytes() == path.read_bytes()


def _remove_leftovers(folder: Path) -> None:
    for left in folder.glob(f"{LEFTOVER}*"):
        if time.time() - left.stat().st_mtime > OLD:
            shutil.rmtree(left, ignore_errors=True)
