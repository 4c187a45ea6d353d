"""All tables of the first version, written out: later changes of the models do not change what this step made."""

from db.migrations import statements

atomic = False  # the runner's caller holds one transaction around all steps


def up(migrator: object, db: object) -> None:
    """Make the tables and their indexes."""
    statements.run(__file__)
