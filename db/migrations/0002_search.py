"""The index of all words, folded; an FTS5 table cannot be STRICT."""

from db.connection import execute

atomic = False  # the runner's caller holds one transaction around all steps


def up(migrator: object, db: object) -> None:
    """Make the index."""
    execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(kind UNINDEXED, uid UNINDEXED, folded, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
    )
