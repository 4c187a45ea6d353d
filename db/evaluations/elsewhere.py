"""Records that a criterion would count, had another one of the sheet not counted them: each event counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from db.evaluations.criteria_reading import criteria_of
from db.evaluations.evidence import NOT_EVENTS, READERS, Asked
from db.evaluations.rows import Period, Sheet
from db.rules import scoring


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The number of the criterion under which records count, and what they are."""

    number: int
    texts: tuple[str, ...]


def elsewhere(of: Period, sheet: Sheet) -> dict[int, tuple[Elsewhere, ...]]:
    """Criterion → what of its records counts under which others; a query for each source that several criteria ask."""
    counted = {
        (proof.source_table, proof.source_uid): (line, proof.text)
        for line in sheet.lines for proof in line.proofs if proof.source_table not in {"", *NOT_EVENTS}
    }  # fmt: skip
    criteria = [each for section in criteria_of(of.criteria_version_id) for each in section.criteria]
    asking = Counter(each.source for each in criteria if each.source in READERS)
    asked = Asked(of.association_id, (sheet.row.person_id,), of.begins, of.ends)
    several = [source for source, count in asking.items() if count > 1]
    found = {source: READERS[source](asked).get(sheet.row.person_id, []) for source in several}
    made = {}
    for each in criteria:
        fitting = [one for one in found.get(each.source, ()) if scoring.worth(each.scoring, one.match)]
        told: dict[int, list[str]] = defaultdict(list)
        for line, text in (counted[one.table, one.uid] for one in fitting if (one.table, one.uid) in counted):
            if line.asked.id != each.id:
                told[line.number].append(text)
        if told:
            made[each.id] = tuple(Elsewhere(number, tuple(texts)) for number, texts in sorted(told.items()))
    return made
