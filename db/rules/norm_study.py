"""How far the study of a normative document has come, for the document and for each person."""

from __future__ import annotations

import datetime as dt

STATES = ("none", "due", "overdue", "left", "studied")
"""none: nobody is to study it; due and overdue: it is not studied yet; left: it is, but not by all; studied: by all."""


def state(study_by: dt.date | None, studied_on: dt.date | None, read: int, left: int, today: dt.date) -> str:
    """How a document stands (`STATES`); `read` and `left`: members who are acquainted with it, and who are not yet."""
    if read and not left:
        return "studied"
    if studied_on is not None:
        return "left"
    if study_by is None:
        return "left" if read else "none"
    return "overdue" if study_by < today else "due"


def why(read_on: dt.date | None, studied_on: dt.date | None, since: dt.date | None, there: bool | None) -> str:
    """Why a member is or is not acquainted: read, waiting (not studied yet), joined (later), absent, left (over).

    `there`: whether the member was there when it was studied; None where nobody expected the member at that meeting.
    """
    if read_on is not None:
        return "read"
    if studied_on is None:
        return "waiting"
    if there is None or (since is not None and since > studied_on):
        return "joined"
    return "left" if there else "absent"
