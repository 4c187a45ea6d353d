"""The numbers: classes with their marks, members' growth, evaluations, rewards, analyses."""

from db.migrations import statements

atomic = False  # the runner's caller holds one transaction around all steps


def up(migrator: object, db: object) -> None:
    """Make the tables and their indexes."""
    statements.run(__file__)
