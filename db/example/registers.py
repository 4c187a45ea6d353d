"""The example year's registers: normative documents with who read them, tests, notes, hours without a teacher."""

from __future__ import annotations

from db.control_tests.results import set_requirements, set_results
from db.control_tests.works import add_works, change_work
from db.example.plan import Entry, Known
from db.journal.notes import add_note
from db.meetings.sheet import meeting
from db.models.meetings import AgendaItem
from db.norms import register, studying
from db.plans import fulfilling
from db.records import stored
from db.staffing import add_vacancy

NORM = ("kind", "title", "number", "issued_on", "issuer", "study_by")
MARKS = (5, 4, 3, 2)
VACANCY = {
    "subject": "subject", "classes": "classes", "hours": "hours", "reason": "reason", "how": "filled_how",
    "filled": "filled_since", "to": "reported_to", "reported": "reported_on", "closed": "closed_on",
}  # fmt: skip
"""What an entry of the file says → the field of a vacancy."""


def write(association_id: int, first_year: int, known: Known, work: Entry) -> None:
    """Write the registers of a year whose meetings and plan are there; `known.norms` names the documents after."""
    for entry in work["norm"]:
        fields = {name: entry[name] for name in NORM if name in entry}
        known.norms[entry["key"]] = register.save_norm(None, association_id, first_year, **fields).value
    for entry in work["norm"]:
        _write_study(known, entry)
    for entry in work["test"]:
        _write_tests(association_id, first_year, known, entry)
    for entry in work["note"]:
        person_id = known.people.get(entry.get("person", ""))
        add_note(association_id, entry["text"], entry["on"], person_id=person_id, classes=entry.get("classes", ""))
    for entry in work["vacancy"]:
        fields = {field: entry[name] for name, field in VACANCY.items() if name in entry}
        filled_by = {"filled_by_id": known.people[entry["by"]]} if "by" in entry else {}
        add_vacancy(association_id, entry["since"], **fields, **filled_by)


def _write_study(known: Known, entry: Entry) -> None:
    """What replaced a document, where it was studied, who read it later, and the line that this did."""
    norm_id = known.norms[entry["key"]]
    if "replaced_by" in entry:
        register.replace(norm_id, known.norms[entry["replaced_by"]])
    if "studied" not in entry:
        return
    item_id = known.items[entry["studied"]]
    studying.study(norm_id, item_id)
    held_on = meeting(stored(AgendaItem, item_id)["meeting"]).held_on
    for reading in entry.get("reading", ()):
        studying.mark_read(norm_id, [known.people[reading["person"]]], reading.get("on", held_on))
    if "line" in entry:
        fulfilling.fulfil(known.lines[entry["line"]], "norm", norm_id)


def _write_tests(association_id: int, first_year: int, known: Known, entry: Entry) -> None:
    """One work in several classes with its results; it did a line of the plan."""
    places = [(each["class"], known.people[each["teacher"]]) for each in entry["of"]]
    fields = {name: entry[name] for name in ("kind", "subject", "title", "reason", "lesson") if name in entry}
    works = add_works(association_id, first_year, places, held_on=entry["on"], **fields).value
    known.tests[entry["key"]] = dict(zip((name for name, _teacher in places), works, strict=True))
    for work_id, result in zip(works, entry["of"], strict=True):
        marks = dict(zip(MARKS, result["marks"], strict=True))
        set_results(work_id, result["listed"], result["wrote"], marks)
        checked = [(each["text"], each["mastered"]) for each in result.get("requirements", ())]
        set_requirements(work_id, checked)
        change_work(work_id, mistakes=result["mistakes"], measures=result["measures"])
        fulfilling.fulfil(known.lines[entry["line"]], "control_test", work_id)
