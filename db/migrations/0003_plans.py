"""The work plan: lines, owners, what was done to them, their proofs, and plans as they were handed in."""

from db.migrations import statements

atomic = False  # the runner's caller holds one transaction around all steps


def up(migrator: object, db: object) -> None:
    """Make the tables and their indexes."""
    statements.run(__file__)
