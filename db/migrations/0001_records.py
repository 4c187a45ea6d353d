"""All tables of the first version, written out: later changes of the models do not change what this step made."""

from pathlib import Path

from db.connection import execute

atomic = False  # the runner's caller holds one transaction around all steps


def up(migrator: object, db: object) -> None:
    """Make the tables and their indexes."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            execute(statement)
