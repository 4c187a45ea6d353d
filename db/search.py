"""Finding anything by folded words: an FTS5 table kept in step by the action that writes the row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from db.connection import execute
from db.models.record import database
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
    "task": ("text", "note"),
    "plan_line": ("text", "note", "expected_result"),
    "activity": ("title", "aim", "course", "results", "conclusion"),
    "observation": ("strong", "weak", "conclusions", "self_analysis"),
    "advice": ("text",),
    "study": ("title", "findings", "conclusions", "suggestions"),
    "letter": ("title", "addressee", "body"),
    "norm": ("title", "number", "issuer"),
    "curriculum_change": ("text", "note"),
    "control_test": ("title", "subject", "mistakes", "measures"),
    "journal_note": ("text",),
    "vacancy": ("subject", "reason", "note"),
    "course": ("topic", "provider", "project"),
    "self_education": ("topic", "result"),
    "practice": ("topic", "essence", "result"),
    "award": ("title",),
    "methodical_work": ("title", "place"),
    "reward": ("award", "grounds", "resolution"),
    "transition": ("subject", "cause", "measure"),
    "level_work": ("subject", "work", "result"),
    "standard_measure": ("measure", "note"),
    "class_handover": ("strong", "weak", "questionnaire", "conclusion", "advice"),
}
"""Table → the fields that can be found. Its place in this list is part of an entry's number: add at the end only."""

TABLES = tuple(FIELDS)
AROUND = 60
"""Characters shown before and after what was found."""


_TABLE_SHIFT = 40
_MOST_WORDS = 20
_AT_ONCE = 500

_IN_MEETING = "JOIN meeting m ON m.id = t.meeting_id AND m.deleted_at IS NULL"
_UNDER_ITEM = f"JOIN agenda_item i ON i.id = t.agenda_item_id AND i.deleted_at IS NULL {_IN_MEETING}"
_MEETING = "m.id, m.number, m.first_year, m.held_on"
_NO_MEETING = "NULL, NULL, NULL, NULL"
_YEAR = "NULL, NULL, t.first_year, NULL"
_DATED = "NULL, NULL, t.first_year, {}"
_SINCE = "NULL, NULL, NULL, {}"
_OF_ACTIVITY = "JOIN activity a ON a.id = t.activity_id AND a.deleted_at IS NULL"
_OF_CLASS = "JOIN school_class c ON c.id = t.school_class_id AND c.deleted_at IS NULL"
_OF_YEAR = "NULL, NULL, c.first_year, NULL"
_PLACES: dict[str, tuple[str, str, str, str]] = {
    "person": ("trim(t.surname || ' ' || t.given || ' ' || t.patronymic)", "NULL", _NO_MEETING, ""),
    "agenda_item": ("t.title", "t.id", _MEETING, _IN_MEETING),
    # A remark is for the teacher and the protocol, not for whoever searches at a shared laptop.
    "speech": ("i.title", "i.id", _MEETING, f"{_UNDER_ITEM} AND t.kind <> 'remark'"),
    "proposal": ("i.title", "i.id", _MEETING, _UNDER_ITEM),
    "decision": ("i.title", "i.id", _MEETING, _UNDER_ITEM),
    "guest": ("t.name", "NULL", _MEETING, _IN_MEETING),
    "meeting": ("''", "NULL", _MEETING, "JOIN meeting m ON m.id = t.id"),
    "association": ("CASE t.name_ky WHEN '' THEN t.name_ru ELSE t.name_ky END", "NULL", _NO_MEETING, ""),
    "task": (
        "coalesce(d.text, t.text)",
        "d.agenda_item_id",
        _MEETING,
        "LEFT JOIN decision d ON d.id = t.decision_id LEFT JOIN meeting m ON m.id = d.meeting_id"
        " AND d.deleted_at IS NULL AND m.deleted_at IS NULL",
    ),
    "plan_line": ("t.text", "NULL", _YEAR, ""),
    "activity": ("t.title", "NULL", _DATED.format("t.held_on"), ""),
    "observation": ("a.title", "NULL", "NULL, NULL, a.first_year, a.held_on", _OF_ACTIVITY),
    "advice": (
        "t.text",
        "NULL",
        _NO_MEETING,
        "JOIN observation o ON o.id = t.observation_id AND o.deleted_at IS NULL"
        " JOIN activity a ON a.id = o.activity_id AND a.deleted_at IS NULL",
    ),
    "study": ("t.title", "NULL", _DATED.format("t.finished_on"), ""),
    "letter": ("t.title", "NULL", _DATED.format("t.written_on"), ""),
    "norm": ("t.title", "NULL", _DATED.format("t.issued_on"), ""),
    "curriculum_change": ("t.text", "NULL", _DATED.format("t.valid_from"), ""),
    "control_test": ("trim(t.subject || ' ' || t.class_name)", "NULL", _DATED.format("t.held_on"), ""),
    "journal_note": ("t.text", "NULL", "NULL, NULL, NULL, t.noted_on", ""),
    "vacancy": ("t.subject", "NULL", "NULL, NULL, NULL, t.since", ""),
    "course": ("t.topic", "NULL", _SINCE.format("coalesce(t.certified_on, t.ends, t.begins)"), ""),
    "self_education": ("t.topic", "NULL", _YEAR, ""),
    "practice": ("t.topic", "NULL", _NO_MEETING, ""),
    "award": ("t.title", "NULL", _SINCE.format("t.awarded_on"), ""),
    "methodical_work": ("t.title", "NULL", _SINCE.format("t.held_on"), ""),
    "reward": (
        "trim(w.surname || ' ' || w.given) || ' – ' || t.award",
        "NULL",
        _DATED.format("t.proposed_on"),
        "JOIN person w ON w.id = t.person_id",
    ),
    "transition": ("t.subject", "NULL", _YEAR, ""),
    "level_work": ("t.subject || ' ' || c.grade || '-' || c.letter", "NULL", _OF_YEAR, _OF_CLASS),
    "standard_measure": (
        "q.text",
        "NULL",
        "NULL, NULL, e.first_year, t.deadline",
        "JOIN control_test_requirement q ON q.id = t.control_test_requirement_id AND q.deleted_at IS NULL"
        " JOIN control_test e ON e.id = q.control_test_id AND e.deleted_at IS NULL",
    ),
    "class_handover": ("c.grade || '-' || c.letter", "NULL", "NULL, NULL, c.first_year, t.held_on", _OF_CLASS),
}
"""Table → what names one of its rows, its agenda item, its meeting, and the tables that these come from."""

_WHOSE = {
    "person": "NULL", "association": "NULL",
    **dict.fromkeys(("agenda_item", "speech", "proposal", "decision", "guest", "meeting"), "m.association_id"),
    **dict.fromkeys(("observation", "advice"), "a.association_id"),
    "standard_measure": "e.association_id",
}  # fmt: skip
"""Table → whose a row is; nobody's is the whole school's. What does not stand here says it itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """One record that holds the words: which, what it stands under (`title`), and the text around the first of them.

    What belongs to a meeting says which one: its id, number, school year and day, and the agenda item if any. Of what
    is no meeting's, `first_year` is its school year and `held_on` its own day.
    """

    kind: str
    uid: str
    row: int
    title: str
    snippet: str
    agenda_item_id: int | None = None
    meeting_id: int | None = None
    meeting_number: int | None = None
    first_year: int | None = None
    held_on: dt.date | None = None


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


def add(table: str, rows: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Make the entries of rows (id, row) that were just added, inside the action that wrote them."""
    if table not in FIELDS:
        return
    folded = ((row_id, row, alphabet.fold(searchable(table, row))) for row_id, row in rows)
    _write([(entry_number(table, row_id), table, row["uid"], text) for row_id, row, text in folded if text.strip()])


def entry_number(table: str, row_id: int) -> int:
    """The index's row of a record: computed, so that no second table has to be kept."""
    return (TABLES.index(table) << _TABLE_SHIFT) + row_id


def searchable(table: str, row: dict[str, Any]) -> str:
    """The text of a row that can be found."""
    return "\n".join(row[name] for name in FIELDS[table] if row.get(name))


def find(text: str, limit: int = 50, after: Found | None = None, association_id: int | None = None) -> list[Found]:
    """Records in which every word of the text begins a word, whatever the case and keyboard layout.

    People come first, then what was said and decided, the newest first; `after` is the last one of the page before.
    With an association only its own records and the school's.
    """
    words = alphabet.fold_words(text)[:_MOST_WORDS]
    last = None if after is None else entry_number(after.kind, after.row)
    found: list[Found] = []
    while words and len(found) < limit:
        wanted = limit - len(found)
        numbers = _matching(words, wanted, last)
        found += _named(numbers, words, association_id)
        if len(numbers) < wanted:  # else some stood under what was taken away, and there may be more
            break
        last = numbers[-1]
    return found


def _named(numbers: list[int], words: list[str], association_id: int | None) -> list[Found]:
    """The records behind entries, in the order of a page."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        by_table[TABLES[number >> _TABLE_SHIFT]].append(number & ((1 << _TABLE_SHIFT) - 1))
    found = [each for table, ids in by_table.items() for each in _originals(table, ids, words, association_id)]
    return sorted(found, key=lambda each: (TABLES.index(each.kind), -each.row))


def _matching(words: list[str], limit: int, after: int | None) -> list[int]:
    """Numbers of entries, table by table, so that a page costs the same however much there is."""
    # Only folded letters and digits reach the query, each word quoted: nothing in it can be an operator.
    query = " ".join(f'"{word}"*' for word in words)
    numbers: list[int] = []
    for place in range(0 if after is None else after >> _TABLE_SHIFT, len(TABLES)):
        first, last = place << _TABLE_SHIFT, (place + 1) << _TABLE_SHIFT
        if after is not None and first <= after < last:
            last = after
        page = execute(
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (query, first, last, limit - len(numbers)),
        )
        numbers += [number for (number,) in page]
        if len(numbers) == limit:
            break
    return numbers


def _originals(table: str, ids: list[int], words: list[str], association_id: int | None) -> Iterator[Found]:
    """The rows behind entries of one table, with what surrounds them, in one query."""
    title, item, meeting, joins = _PLACES[table]
    whose = _WHOSE.get(table, "t.association_id")
    texts = ", ".join(f"t.{name}" for name in FIELDS[table])
    marks = ", ".join("?" * len(ids))
    statement = (
        f"SELECT t.uid, t.id, {title}, {item}, {meeting}, {texts} FROM {table} t {joins} WHERE t.id IN ({marks})"
        f" AND coalesce({whose} = ?, TRUE)"
    )
    found = execute(statement, (*ids, association_id))
    for uid, row, name, item_id, meeting_id, number, year, held_on, *fields in found:
        around = snippet(searchable(table, dict(zip(FIELDS[table], fields, strict=True))), words)
        day = dt.date.fromisoformat(held_on) if held_on else None
        yield Found(table, uid, row, name, around, item_id, meeting_id, number, year, day)


def rebuild() -> int:
    """Write the whole index anew from the records; returns how many entries it has."""
    with database.atomic("IMMEDIATE"):
        execute("DELETE FROM search")
        entries = [entry for table in TABLES for entry in _entries(table)]
        _write(entries)
    return len(entries)


def _write(entries: list[tuple[int, str, str, str]]) -> None:
    """Add entries, many in one statement."""
    for at in range(0, len(entries), _AT_ONCE):
        some = entries[at : at + _AT_ONCE]
        marks = ", ".join(["(?, ?, ?, ?)"] * len(some))
        statement = f"INSERT INTO search (rowid, kind, uid, folded) VALUES {marks}"
        execute(statement, tuple(value for entry in some for value in entry))


def differences() -> list[tuple[str, str]]:
    """Table and uid of each record whose entry is missing, too many or not what its text says."""
    kept = {number: (kind, uid, folded) for number, kind, uid, folded in execute("SELECT rowid, * FROM search")}
    due = {number: (kind, uid, folded) for table in TABLES for number, kind, uid, folded in _entries(table)}
    return sorted({entry[:2] for _, entry in kept.items() ^ due.items()})


def _entries(table: str) -> Iterator[tuple[int, str, str, str]]:
    """The entries that a table's rows should have."""
    names = FIELDS[table]
    for row, uid, *texts in execute(f"SELECT id, uid, {', '.join(names)} FROM {table} WHERE deleted_at IS NULL"):
        folded = alphabet.fold(searchable(table, dict(zip(names, texts, strict=True))))
        if folded.strip():
            yield entry_number(table, row), table, uid, folded


def snippet(text: str, words: list[str]) -> str:
    """The original text around the first found word; folding keeps positions, so it is cut by them."""
    folded = " " + alphabet.fold(text)
    start = min((at for at in (folded.find(f" {word}") for word in words) if at >= 0), default=0)
    begins, ends = max(0, start - AROUND), start + AROUND
    return ("…" if begins else "") + text[begins:ends].replace("\n", " ").strip() + ("…" if ends < len(text) else "")
