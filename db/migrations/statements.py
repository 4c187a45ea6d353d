"""Running a migration's written-out SQL, and proving the rows of a table that it made wider."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from db.connection import execute


def run(migration: str) -> None:
    """Run the .sql file beside a migration, named by the migration's own file.

    It holds statements, each ended by a semicolon at the end of a line.
    """
    for statement in Path(migration).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            execute(statement)


def prove_again(table: str, fields: Sequence[str]) -> None:
    """Write every row's digest anew, over these fields and those of every record (links are `field_id` columns).

    Written out like the rest of a migration: the models may have gone on since.
    """
    columns = {name for (name,) in execute(f"SELECT name FROM pragma_table_info('{table}')")}
    names = ("uid", "rev", "deleted_at", *fields)
    selected = ", ".join(f'"{name}"' if name in columns else f'"{name}_id"' for name in names)
    for row_id, *values in execute(f'SELECT id, {selected} FROM "{table}"'):
        content = json.dumps([table, dict(zip(names, values, strict=True))], sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(content.encode()).hexdigest()
        execute(f'UPDATE "{table}" SET digest = ? WHERE id = ?', (digest, row_id))
