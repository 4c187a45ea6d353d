"""Finding anything by folded words: an FTS5 table kept in step by the action that writes the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.connection import execute
from db.rules import alphabet

FIELDS: dict[str, tuple[str, ...]] = {
    "person": ("surname", "given", "patronymic"),
    "agenda_item": ("title", "heard"),
    "speech": ("text", "guest"),
    "proposal": ("text",),
    "decision": ("text",),
    "guest": ("name", "office"),
    "meeting": ("place", "cancelled_reason"),
    "association": ("name_ky", "name_ru"),
    "task": ("note",),
}
"""Table → the fields that can be found. Its place in this list is part of an entry's number: add at the end only."""

TABLES = tuple(FIELDS)
AROUND = 60
"""Characters shown before and after what was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """One record that holds the words: where, what it is called, and the text around the first of them."""

    kind: str
    uid: str
    row: int
    title: str
    snippet: str


def refresh(table: str, row_id: int, row: dict[str, Any]) -> None:
    """Bring a row's entry up to date, inside the action that wrote it."""
    if table not in FIELDS:
        return
    number = entry_number(table, row_id)
    execute("DELETE FROM search WHERE rowid = ?", (number,))
    folded = "" if row.get("deleted_at") else alphabet.fold(searchable(table, row))
    if folded.strip():
        entry = (number, table, row["uid"], folded)
        execute("INSERT INTO search (rowid, kind, uid, folded) VALUES (?, ?, ?, ?)", entry)


def entry_number(table: str, row_id: int) -> int:
    """The index's row of a record: computed, so that no second table has to be kept."""
    return (TABLES.index(table) << 40) + row_id


def searchable(table: str, row: dict[str, Any]) -> str:
    """The text of a row that can be found."""
    return "\n".join(row[name] for name in FIELDS[table] if row.get(name))


def snippet(text: str, words: list[str]) -> str:
    """The original text around the first found word; folding keeps positions, so it is cut by them."""
    folded = alphabet.fold(text)
    start = min((at for at in (folded.find(word) for word in words) if at >= 0), default=0)
    begins, ends = max(0, start - AROUND), start + AROUND
    return ("…" if begins else "") + text[begins:ends].replace("\n", " ").strip() + ("…" if ends < len(text) else "")
