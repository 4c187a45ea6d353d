"""Arrows between records of any kind: what was made of what."""

from __future__ import annotations

from db.models.fields import Text
from db.models.record import Record


class Tie(Record):
    """One arrow: the target (a task, a question, a line of the plan …) was made of the source (advice, a test …).

    Records are named by table and uid. What a column of its own says already (a decision's item) has no row here.
    """

    source_table = Text()
    source_uid = Text()
    target_table = Text()
    target_uid = Text()

    class Meta:
        """Followed in both directions."""

        indexes = ((("source_uid",), False), (("target_uid",), False))
