"""What every table of records has in common."""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, SqliteDatabase, TextField


class Database(SqliteDatabase):
    """SQLite as peewee speaks to it, but for one thing."""

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
