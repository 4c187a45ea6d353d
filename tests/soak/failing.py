"""The n-th write, sync, open, rename or removal fails: `python -m tests.soak.failing [--thorough]`.

For every n of each story of `failing_story.py`, with ENOSPC, EIO and EACCES, once and for the next hundred calls.
A try is bad when the program answers with a traceback, an error code, no sentence or more than one, when a file beside
is neither the older nor the new one, when something unfinished is left, or when an acknowledged text is gone.
"""

from __future__ import annotations

import argparse
import errno
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from db.backups import making
from tests.soak import native, power_story

NAMES = {native.OPEN: "open", native.WRITE: "write", native.SYNC: "sync", native.RENAME: "rename",
         native.UNLINK: "unlink"}  # fmt: skip
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
STORIES = ("typing", "document", "backup", "export", "restore", "check")
Try = tuple[str, int, int, int, int]


@dataclass
class Report:
    """What came of it."""

    tries: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        lines = [f"{sum(self.tries.values())} tries in {self.seconds:.0f} s: {dict(self.tries)}; bad: {len(self.bad)}"]
        return "\n".join(lines + self.bad)


def prepare(base: Path) -> None:
    """Data, an older paper, and an older copy to restore."""
    base.mkdir()
    power_story.prepare(base)
    making.back_up(base / "data", base / "papers" / "older.db")


def answers(work: Path, library: Path, tries: Iterable[Try]) -> Iterator[tuple[Try, dict[str, Any]]]:
    """Have each try done."""
    tries = list(tries)
    listed = work / "tries"
    listed.write_text("\n".join(json.dumps(each) for each in tries))
    place = Path(tempfile.mkdtemp(dir=native.quick_place()))
    command = [sys.executable, "-m", "tests.soak.failing_story", str(work / "base"), str(place / "w"), str(listed)]
    done = subprocess.run(
        command, env=native.environment(library, place / "w"), cwd=native.ROOT, capture_output=True, text=True
    )
    subprocess.run(["rm", "-r", str(place)], check=False)
    assert done.returncode == 0, done.stderr
    yield from zip(tries, map(json.loads, done.stdout.splitlines()), strict=True)


def planned(counts: dict[str, list[int]], thorough: bool) -> Iterator[Try]:
    """Every n of every story; in short form with one error each and of many alike calls every few."""
    for story, found in counts.items():
        for kind, most in zip(NAMES, found, strict=True):
            step = 1 if thorough else max(most // 6, 1)
            for n in range(1, most + 1, step):
                if thorough:
                    yield from ((story, kind, n, times, error) for times, error in product((1, 100), ERRORS))
                else:
                    yield story, kind, n, (1, 100)[n // step % 2], ERRORS[n // step % 3]


def faults(one: Try, whole: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """What is bad about an answer; `whole` is the one of a story in which nothing failed."""
    if "traceback" in found or "died" in found:
        yield f"traceback {found.get('traceback', '').strip().splitlines()[-1:]}"
        return
    lines = [line for line in found["said"].splitlines() if line.strip()]
    if "Traceback" in found["said"] or "B-" in found["said"]:
        yield f"no sentence: {found['said'][:200]}"
    elif len(lines) > 1 or (found["status"] and not lines):
        yield f"{len(lines)} sentences: {found['said'][:200]}"
    if one[1] != native.UNLINK:  # what cannot be removed stays until the next start
        yield from (f"left over: {name}" for name in found["changed"] if ".birikme-" in name)
    yield from (f"broken: {name}" for name in found["broken"] if ".birikme-" not in name)
    if not found["status"] and (missing := _names(whole) - _names(found)):
        yield f"not made: {missing}"
    if found["heard"] != (found["done"][-1] if found.get("done") else ""):
        yield f"lost: {found['heard'][:60]!r}"


def _names(found: dict[str, Any]) -> set[str]:
    """The files that a story made, but for how it called a copy."""
    return {re.sub(r"backups/.*", "backups", name) for name in found["changed"]}


def run(work: Path, library: Path, stories: Iterable[str] = STORIES, thorough: bool = False) -> Report:
    """Do all tries."""
    began, report = time.monotonic(), Report()
    prepare(work / "base")
    whole = {one[0]: found for one, found in answers(work, library, ((each, 0, 0, 0, 0) for each in stories))}
    for found in whole.values():
        assert found.get("status") == 0, found
    tries = planned({story: found["counts"] for story, found in whole.items()}, thorough)
    for one, found in answers(work, library, tries):
        story, kind, n, times, error = one
        report.tries[story] += 1
        said = f"{story}: {NAMES[kind]} {n} ×{times} {errno.errorcode[error]}"
        report.bad += [f"{said}: {fault}" for fault in faults(one, whole[story], found)]
    report.seconds = time.monotonic() - began
    return report


def main() -> int:
    """From the command line: 0 where nothing is bad."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--thorough", action="store_true")
    words.add_argument("stories", nargs="*", default=STORIES)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="birikme-failing-") as place:
        work = Path(place)
        report = run(work, native.build(work), given.stories, given.thorough)
    print(report)
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
