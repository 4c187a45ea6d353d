"""Actions and the log of them: one action, one transaction, one event with its lines, one returned change."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, ParamSpec, TypeVar
from unicodedata import is_normalized

from peewee import IntegrityError

from db.errors import Refused
from db.models.history import Event, EventLine
from db.models.record import database
from db.rules import text

P = ParamSpec("P")
T = TypeVar("T")

TRIGGER_CODES = ("final_protocol", "closed_evaluation", "only_grows")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What an action did: its result, its event's number (0 = nothing was different), the tables it touched."""

    value: T
    seq: int
    touched: frozenset[str]


@dataclass(slots=True)
class _Open:
    """The event being gathered."""

    action: str
    subject: str = ""
    undoes: int | None = None
    lines: list[tuple[str, str, str | None, str]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)


_open: ContextVar[_Open | None] = ContextVar("open event", default=None)
_author = ""


def set_author(name: str) -> None:
    """Who acts from now on: the name chosen at the start."""
    global _author
    _author = name


def action(name: str) -> Callable[[Callable[P, T]], Callable[P, Change[T]]]:
    """Make a function one user action; inside another action it joins that one's transaction and event."""

    def decorate(function: Callable[P, T]) -> Callable[P, Change[T]]:
        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> Change[T]:
            outer = _open.get()
            if outer is not None:
                return Change(function(*args, **kwargs), 0, frozenset(outer.touched))
            with _event(name) as event:
                value = function(*args, **kwargs)
                seq = _append(event)
            return Change(value, seq, frozenset(event.touched))

        return run

    return decorate


@contextmanager
def _event(name: str) -> Iterator[_Open]:
    """One immediate transaction around an event."""
    event = _Open(name)
    token = _open.set(event)
    try:
        with refusing(), database.atomic("IMMEDIATE"):
            yield event
    finally:
        _open.reset(token)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what a trigger or CHECK refuses into Refused: the trigger's code, or `value_not_allowed`."""
    try:
        yield
    except IntegrityError as error:
        code = str(error.args[0]) if error.args else ""
        raise Refused(code if code in TRIGGER_CODES else "value_not_allowed", reason=code) from error


def subject(label: str) -> None:
    """Say what the running action is about («2.1»), so that undoing it can be named; typed text passes the gate."""
    event = _open.get()
    if event is not None:
        event.subject = text.plain(label, multiline=False)


def undoing(event_id: int) -> None:
    """Say which event the running action takes back."""
    event = _open.get()
    if event is not None:
        event.undoes = event_id


def add_line(table: str, uid: str, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
    """Note one row's change in the running action; an update's line holds the changed columns alone."""
    event = _open.get()
    if event is None:
        raise RuntimeError("rows are written inside an action only")
    event.lines.append((table, uid, None if before is None else canonical(before), canonical(after)))
    event.touched.add(table)


def touch(table: str) -> None:
    """Say that the running action changed a table that keeps no history."""
    event = _open.get()
    if event is not None:
        event.touched.add(table)


def now() -> str:
    """The moment as it is logged: ISO, with the offset of the local zone."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def chain_head() -> str:
    """The hash of the newest event; empty before the first."""
    newest = Event.select(Event.hash).order_by(Event.id.desc()).tuples().first()
    return str(newest[0]) if newest else ""


def event_hash(previous: str, header: dict[str, Any], lines: list[tuple[str, str, str | None, str]]) -> str:
    """SHA-256 that chains an event to the one before it."""
    return hashlib.sha256(canonical([previous, header, lines]).encode()).hexdigest()


def _append(event: _Open) -> int:
    """Write the gathered event; one without lines leaves no trace."""
    if not event.lines:
        return 0
    header = {"at": now(), "who": _author, "action": event.action, "subject": event.subject, "undoes": event.undoes}
    previous = chain_head()
    digest = event_hash(previous, header, event.lines)
    seq = int(Event.insert(**header, previous_hash=previous, hash=digest).execute())
    write_lines(seq, event.lines)
    return seq


def write_lines(seq: int, lines: list[tuple[str, str, str | None, str]]) -> None:
    """Write an event's lines, in parts: the engine takes 32,766 values in one statement."""
    columns = [EventLine.event, EventLine.table_name, EventLine.uid, EventLine.before, EventLine.after]
    for first in range(0, len(lines), 1000):
        EventLine.insert_many([(seq, *line) for line in lines[first : first + 1000]], fields=columns).execute()


def canonical(value: object) -> str:
    """JSON in the one form that hashes are made of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def kept_form(made: Any) -> str:
    """The JSON in which a version's content is kept.

    Escaped where it must be: a combining mark that begins a line would grow together with the n of its \\n.
    """
    text = canonical(made)
    return text if is_normalized("NFC", text) else json.dumps(made, sort_keys=True, separators=(",", ":"))
