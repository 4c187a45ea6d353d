"""What a source of the journal is: one query over the records of a topic, whose lines all have the same columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where entries of a kind come from.

    `query` gives for the standing rows of all associations: association, day (ISO), id (breaks ties within a day),
    row_id (of `table`, what is opened; of a plan its first year),
    what (code), sort (code of the record's own kind), number, title, detail,
    earlier (ISO day or NULL), people (ids of those named, with commas), involved (ids of all who took part), classes.
    """

    group: str
    """The kind by which one filters."""
    table: str
    query: str


def named(query: str) -> str:
    """A list of ids, with commas, of what a query selects as `id` in its order."""
    return f"(SELECT group_concat(id) FROM ({query}))"
