"""Criteria: from a selection to the values of their paper."""

from collections.abc import Sequence
from itertools import count

from db.evaluations import criteria as records
from db.evaluations.criteria_rows import CriteriaSectionRow, CriterionRow, VersionRow
from templates_docx.catalogue import PaperLanguage
from templates_docx.criteria import criteria_values
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def criteria(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the criteria of the version named, else of the newest one."""
    head = heading(selection.association_id, selection.today)
    of = _version(selection)
    if of is None:
        return criteria_values(head, None, [], paper), False
    return criteria_values(head, _facts(of), _sections(records.criteria_of(of.id)), paper), False


def _version(selection: Selection) -> VersionRow | None:
    if selection.record_id is not None:
        return records.version(selection.record_id)
    return next(iter(records.versions(selection.association_id)), None)


def _facts(of: VersionRow) -> Record:
    day = of.adopted_on.isoformat() if of.adopted_on else None
    names = ("number", "state", "adopted_by", "meeting_number")
    return {name: getattr(of, name) for name in names} | {"adopted_on": day}


def _sections(found: Sequence[CriteriaSectionRow]) -> list[Record]:
    """The sections with their criteria, numbered through as on the sheets."""
    numbers = count(1)
    return [
        {
            "name_ky": part.ky,
            "name_ru": part.ru,
            "most": part.most,
            "criteria": [_criterion(next(numbers), each) for each in part.criteria],
        }
        for part in found
    ]


def _criterion(number: int, of: CriterionRow) -> Record:
    names = ("indicator_ky", "indicator_ru", "proof_ky", "proof_ru", "rule", "most", "scope", "may_not_apply")
    own = {name: getattr(of, name) for name in names}
    return {"number": number, "name_ky": of.ky, "name_ru": of.ru} | own
