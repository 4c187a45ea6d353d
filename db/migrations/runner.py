"""Bringing an older data file up to this version: all pending steps in one transaction, or none."""

from __future__ import annotations

from pathlib import Path

from playhouse.migrations import Runner

from db.connection import APPLICATION_ID, SCHEMA_VERSION, execute
from db.errors import Refused
from db.migrations.triggers import TRIGGERS
from db.models.record import database

FOLDER = Path(__file__).parent


def migrate() -> None:
    """Run what is pending and set the triggers anew; raises Refused `data_damaged`, the old file as it was."""
    database.foreign_keys = 0  # has no effect inside a transaction, so before it
    try:
        with database.atomic("IMMEDIATE"):
            _drop_triggers()
            Runner(database, str(FOLDER)).up()
            for statement in TRIGGERS:
                execute(statement)
            _check()
            execute(f"PRAGMA application_id = {APPLICATION_ID}")
            execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        database.foreign_keys = 1


def _drop_triggers() -> None:
    """A rebuilt table loses its triggers without a word, so all go first and all come back."""
    found = execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in found:
        execute(f'DROP TRIGGER "{name}"')


def _check() -> None:
    """Every table is STRICT and no row points to nothing."""
    loose = execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0"
        " AND name NOT IN ('schema_migration', 'sqlite_schema', 'sqlite_sequence')"
    )
    orphans = execute("PRAGMA foreign_key_check")
    if loose or orphans:
        raise Refused("data_damaged", loose=[name for (name,) in loose], orphans=len(orphans))
