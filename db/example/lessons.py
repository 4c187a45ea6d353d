"""The example year's lesson analyses, what visitors wrote down, the study of a class's mathematics, and a letter."""

from __future__ import annotations

from db.example.plan import Entry, Known
from db.observations.aspects import aspects
from db.observations.sheets import acquaint, add_advice, begin, change_sheet, give_score, set_pupils
from db.plans import fulfilling
from db.plans.sections import sections
from db.studies.letters import save_letter
from db.studies.parts import add_part
from db.studies.studies import finish, save_study

TEXTS = (
    "visit_aim", "learning_aim", "developing_aim", "upbringing_aim", "strong", "weak", "conclusions", "self_analysis",
)  # fmt: skip
STUDY = ("title", "subject", "classes", "begins", "ends", "aim", "findings", "conclusions", "suggestions")


def write(association_id: int, first_year: int, known: Known, work: Entry) -> None:
    """Write what was seen in the lessons that are there; `known.advice` and `known.studies` name it by its text."""
    for entry in work["observation"]:
        _write_sheet(association_id, known, entry)
    for activity_id, entry in known.visits:
        _write_visit(known, activity_id, entry)
    for entry in work["study"]:
        _write_study(association_id, first_year, known, entry)
    for entry in work["letter"]:
        fields = {name: entry[name] for name in ("number", "addressee", "title", "body")}
        save_letter(None, association_id, first_year, written_on=entry["on"], **fields)


def _write_sheet(association_id: int, known: Known, entry: Entry) -> None:
    """A whole sheet, aspect by aspect."""
    observer_id = known.people.get(entry.get("observer", ""))
    sheet_id = begin(known.activities[entry["activity"]], observer_id, entry.get("guest", "")).value
    change_sheet(sheet_id, **{name: entry[name] for name in TEXTS if name in entry})
    set_pupils(sheet_id, entry["listed"], entry["present"])
    for aspect, score in zip(aspects(association_id), entry["scores"], strict=True):
        give_score(sheet_id, aspect.id, score)
    for text in entry["advice"]:
        known.advice[text] = add_advice(sheet_id, text).value
    acquaint(sheet_id, entry["acquainted"])


def _write_visit(known: Known, activity_id: int, entry: Entry) -> None:
    """What a visitor wrote down: less than a whole sheet, or nothing yet."""
    if "seen" not in entry:
        return
    sheet_id = begin(activity_id, known.people.get(entry.get("visitor", "")), entry.get("guest", "")).value
    change_sheet(sheet_id, visit_aim=entry["aim"], conclusions=entry["seen"])
    if "advice" in entry:
        add_advice(sheet_id, entry["advice"])


def _write_study(association_id: int, first_year: int, known: Known, entry: Entry) -> None:
    """A study with the parts that it looked at."""
    fields = {name: entry[name] for name in STUDY}
    people = [known.people[key] for key in entry["people"]]
    study_id = save_study(None, association_id, first_year, people=people, **fields).value
    known.studies[entry["title"]] = study_id
    for part in entry["part"]:
        test_id = known.tests[part["test"]][part["class"]] if "test" in part else None
        told = {} if part["kind"] != "notebooks" else {"held_on": part["on"], "text": part["text"]}
        add_part(
            study_id,
            part["kind"],
            activity_id=_visited(known, part) if part["kind"] == "visit" else None,
            control_test_id=test_id,
            class_name=part["class"],
            person_id=known.people[part["person"]],
            **told,
        )
    finish(study_id, entry["finished"])
    section = next(each.id for each in sections(association_id) if each.number == entry["beyond"])
    fulfilling.beyond("study", study_id, section)


def _visited(known: Known, part: Entry) -> int:
    """The visit of that day to that teacher."""
    of = (part["on"], part["person"])
    return next(found for found, entry in known.visits if (entry["on"], entry["teacher"]) == of)
