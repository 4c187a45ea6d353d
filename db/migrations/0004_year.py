"""The year's other records: activities, observations, tests, norms, curriculum, studies, remarks, journal, staffing.

A task may be promised by something else than a decision, and more kinds of records can prove a line of the plan.
"""

from db.migrations import statements

atomic = False  # the runner's caller holds one transaction around all steps

WIDENED = {
    "task": ("association", "decision", "text", "given_on", "state", "deadline", "note", "closed_on"),
    "plan_proof": (
        "plan_line", "done_on", "partly", "meeting", "agenda_item", "task", "activity", "control_test", "norm", "study",
    ),
}  # fmt: skip
"""Tables that got new columns → the fields that their rows' proofs are made of from now on."""


def up(migrator: object, db: object) -> None:
    """Make the tables and their indexes, rebuild the two that are wider now."""
    statements.run(__file__)
    for table, fields in WIDENED.items():
        statements.prove_again(table, fields)
