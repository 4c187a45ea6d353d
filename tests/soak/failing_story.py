"""What is done while calls fail. Runs under the recording library; each try is a fork of the warmed-up program.

`python -m tests.soak.failing_story BASE WORK TRIES`: reads one try a line (JSON) from the file TRIES and prints what
came of it, one line each. A try: [story, kinds, n, times, errno]; with n = 0 nothing fails, the calls are counted.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import docxtpl  # noqa: F401 - loaded once, before the forks
from peewee import DatabaseError

from db import connection, edits, instance_lock, writer
from db.backups import making
from db.errors import Refused
from db.writer import Writer
from templates_docx import documents, render  # noqa: F401
from templates_docx.package import marks_of, read_parts
from tests.soak import native, power_story
from tui import cli, messages, session  # noqa: F401

KINDS = (native.OPEN, native.WRITE, native.SYNC, native.RENAME, native.UNLINK)
SAVES = 4
calls = ctypes.CDLL(None)
calls.watch_count.restype = ctypes.c_long


def arm(kinds: int, n: int, times: int, number: int) -> None:
    calls.watch_arm(kinds, ctypes.c_long(n or 1 << 40), ctypes.c_long(times), number)


def by_command(words: list[str]) -> Callable[[Path], dict[str, Any]]:
    """A command of the program, its exit status and what it said."""

    def run(folder: Path) -> dict[str, Any]:
        out, said = io.StringIO(), io.StringIO()
        words_here = [word.replace("FOLDER", str(folder)) for word in words]
        with redirect_stdout(out), redirect_stderr(said):
            status = cli.run(["--data", str(folder / "data"), "--lang", "ky", *words_here])
        return {"status": status, "said": said.getvalue()}

    return run


def typing(folder: Path) -> dict[str, Any]:
    """A sitting without its screen: the lock, the writing thread, texts saved as they are typed, the end."""
    writer.RETRY_SECONDS, writer.IDLE_SECONDS = 0.001, 0.001
    data, done, said = folder / "data", [], []
    try:
        with instance_lock.held(data, "Асанова"):
            found = Writer(data)
            found.listen(lambda state, detail: said.append(messages.explain(detail)) if state == "waiting" else None)
            found.start()
            try:
                for number in range(1, SAVES + 1):
                    text = f"{number} " + "Билим сапаты төмөндөдү. " * 20
                    found.submit(edits.autosave, "agenda_item", 1, "heard", text).result(5)
                    done.append(text)
            finally:
                found.stop()
    except Refused as error:
        said.append(messages.sentence(error))
    except TimeoutError:
        raise
    except Exception as error:
        said.append(cli._unexpected(data, error))
    return {"status": 0 if len(done) == SAVES else 1, "said": "\n".join(dict.fromkeys(said)), "done": done}


STORIES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "typing": typing,
    "document": by_command(["document", "protocol", "-o", "FOLDER/papers/paper.docx"]),
    "backup": by_command(["backup", "FOLDER/papers/copy.db"]),
    "export": by_command(["export", "FOLDER/papers/all.json"]),
    "restore": by_command(["restore", "FOLDER/papers/older.db"]),
    "check": by_command(["check"]),
}


def tried(base: Path, place: Path, story: str, *fault: int) -> dict[str, Any]:
    """Do a story with a fault in a fork, then look at the files from here."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(base, place)
    before = kept(place)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _in_child(writing, STORIES[story], place, fault)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        found: dict[str, Any] = json.loads(answer.read() or b'{"died": true}')
    os.waitpid(child, 0)
    after = kept(place)
    found["changed"] = sorted(name for name in before | after if before.get(name) != after.get(name))
    found["broken"] = [name for name in found["changed"] if not whole(place / name)]
    found["heard"] = heard(place)
    return found


def _in_child(writing: int, story: Callable[[Path], dict[str, Any]], place: Path, fault: tuple[int, ...]) -> None:
    try:
        arm(*fault)
        try:
            found = story(place)
        except BaseException:
            found = {"traceback": traceback.format_exc()}
        found["counts"] = [calls.watch_count(kind) for kind in KINDS]
        arm(0, 0, 0, 0)
        os.write(writing, json.dumps(found).encode())
    finally:
        os._exit(0)


def kept(folder: Path) -> dict[str, str]:
    """The files beside the data, by what is in them."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(("birikme.db", "birikme.l"))
    }


def whole(path: Path) -> bool:
    """Whether a file beside the data is as its program left it, to the end."""
    try:
        if path.suffix == ".docx":
            return marks_of(read_parts(path, path.name)).untouched
        if path.suffix == ".json":
            return bool(json.loads(path.read_text()))
        if path.suffix == ".db":
            making.check_copy(path)
        return path.exists()
    except (Refused, ValueError, OSError):
        return False


def heard(folder: Path) -> str:
    """What stands in the data afterwards; a reason in brackets where it cannot be opened."""
    try:
        connection.open_for_writing(folder / "data")
        return str(connection.execute(power_story.STATE)[0][0])
    except (Refused, DatabaseError) as error:
        return f"[{error}]"
    finally:
        connection.close()


def main() -> None:
    base, work = Path(sys.argv[1]), Path(sys.argv[2])
    for line in Path(sys.argv[3]).read_text().splitlines():
        print(json.dumps(tried(base, work, *json.loads(line)), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
