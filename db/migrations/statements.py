"""Running a migration's written-out SQL: a file of statements, each ended by a semicolon at the end of a line."""

from __future__ import annotations

from pathlib import Path

from db.connection import execute


def run(migration: str) -> None:
    """Run the .sql file beside a migration, named by the migration's own file."""
    for statement in Path(migration).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            execute(statement)
