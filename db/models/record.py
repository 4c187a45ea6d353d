"""What every table of records has in common."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from peewee import AutoField, IntegerField, Model, SqliteDatabase, TextField


def _text(held: bytes) -> str:
    """Text as it is stored; a letter that a bad disk broke is shown as such, and the row's proof tells."""
    return held.decode("utf-8", "replace")


class Database(SqliteDatabase):
    """SQLite as peewee speaks to it, but for three things."""

    asked = ""
    """How the file is opened, as SQLite's addresses say it: `mode=ro`, `immutable=1`; empty: as usual."""

    def _connect(self) -> Any:
        """Open a file that must not change by its address."""
        if not self.asked:
            opened = super()._connect()  # type: ignore[misc]
        else:
            address = f"{Path(str(self.database)).absolute().as_uri()}?{self.asked}"
            opened = sqlite3.connect(address, uri=True, isolation_level=None, **self.connect_params)
            self._add_conn_hooks(opened)  # type: ignore[attr-defined]
        opened.text_factory = _text
        return opened

    def rollback(self) -> None:
        """Roll back, unless SQLite has done so itself: then ROLLBACK would fail and hide why (a full disk)."""
        if self.is_closed() or self.connection().in_transaction:  # type: ignore[no-untyped-call]
            super().rollback()


database = Database(None, autoconnect=False)
"""The one database of the process; `db.connection` opens it, each thread has a connection of its own."""


class Table(Model):
    """A STRICT table of the database."""

    id = AutoField()

    class Meta:
        """Names with underscores; types that SQLite really checks."""

        database = database
        legacy_table_names = False
        strict_tables = True


class Record(Table):
    """A row that a person made: known on every machine by `uid`, counted by `rev`, proved whole by `digest`."""

    uid = TextField(unique=True)
    rev = IntegerField(default=1)
    digest = TextField(default="")
    deleted_at = TextField(null=True)
