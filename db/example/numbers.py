"""What the example's marks led to: continuity, levels, the standard, a class handed over, evaluation, rewards."""

from __future__ import annotations

from typing import Any

from db.analysis import keeping, versions
from db.analysis.member_facts import Time, digest, facts
from db.analysis.members import keep as keep_half
from db.analysis.rows import Scope
from db.associations import association
from db.control_tests import reading as tests
from db.evaluations import appeals, closing, criteria, periods, points, reading, switches
from db.example.plan import Entry, Known
from db.meetings.sheet import meeting
from db.quality import acting, handovers, levels, standard
from db.quality.classes import SchoolClassRow, class_by_name
from db.rewards import proposals
from db.ties.making import tie

TYPED = (
    "strong", "weak", "lessons_visited", "tests", "questionnaire", "advice", "conclusion", "listed", "subjects", "kind",
)  # fmt: skip
COMMISSION = ("commission_number", "commission_on", "commission_chair", "commission_members")
HALF = ("strong", "weak", "conclusion", "advice")


def write(association_id: int, first_year: int, known: Known, file: Entry) -> None:
    """Write all of it in a year whose marks, meetings and plan are there."""
    writer = _Writer(association_id, first_year, known)
    for entry in file["transition"]:
        writer.write_transition(entry)
    for entry in file["level"]:
        writer.write_level(entry)
    for entry in file["measure"]:
        writer.write_measure(entry)
    for entry in file["handover"]:
        writer.write_handover(entry)
    writer.write_evaluation(file)
    for entry in file["reward"]:
        writer.write_reward(entry)
    for entry in file["half"]:
        writer.write_half(entry)
    writer.write_analysis(file["analysis"])


class _Writer:
    """Knows whose year it is."""

    def __init__(self, association_id: int, first_year: int, known: Known) -> None:
        self._of, self._known = (association_id, first_year), known
        self._association_id, self._first_year = association_id, first_year
        self._school_id = association(association_id).school_id

    def _class(self, name: str) -> SchoolClassRow:
        found = class_by_name(self._school_id, self._first_year, name)
        assert found is not None, name
        return found

    def write_transition(self, entry: Entry) -> None:
        """What is written about a fall, tied to the question and the task that came of it."""
        fields = {name: value for name, value in entry.items() if name not in ("cohort", "subject", "item", "decision")}
        cohort_id = self._class(entry["cohort"]).cohort_id
        row_id = acting.keep(self._association_id, cohort_id, entry["subject"], self._first_year, **fields).value
        tie("transition", row_id, "agenda_item", self._known.items[entry["item"]])

    def write_level(self, entry: Entry) -> None:
        """The work with one group."""
        fields = {name: entry[name] for name in ("pupils", "work", "time", "result")}
        fields["person_id"] = self._known.people[entry["person"]]
        if "test" in entry:
            fields["control_test_id"] = self._known.tests[entry["test"]][entry["class"]]
        of = (self._class(entry["class"]).id, entry["subject"], entry["quarter"], entry["level"])
        levels.save(self._association_id, *of, **fields)

    def write_measure(self, entry: Entry) -> None:
        """What is done about a requirement that was not mastered."""
        work = tests.work(self._known.tests[entry["test"]][entry["class"]])
        fields = {name: entry[name] for name in ("measure", "deadline", "done_on") if name in entry}
        person_id = self._known.people[entry["person"]]
        standard.save(work.requirements[entry["at"] - 1].id, person_id=person_id, **fields)

    def write_handover(self, entry: Entry) -> None:
        """A class and how it settled in."""
        fields = {name: entry[name] for name in TYPED if name in entry} | {"held_on": entry["on"]}
        for name in ("from", "to"):
            fields[f"{name}_person_id"] = self._known.people[entry[name]]
        handovers.save(None, self._association_id, self._class(entry["class"]).id, **fields)

    def write_evaluation(self, file: Entry) -> None:
        """The criteria, the half-year's sheets, the way to the closed evaluation."""
        version = criteria.ensure_default(self._association_id).value
        criteria.adopt(version, file["criteria"]["adopted_by"], file["criteria"]["on"])
        for name, value in (("commission", True), ("appeal_days", 5), ("ranks", True), ("fund", True)):
            switches.switch(self._association_id, name, value)
        given = file["evaluation"]
        evaluation_id = periods.open_period(*self._of, "half", 1).value
        periods.advance(evaluation_id)
        self._write_points(evaluation_id, file["points"])
        meeting_id = self._known.meetings[given["meeting"]]
        periods.advance(evaluation_id, meeting_id=meeting_id)
        for each in reading.sheets(evaluation_id):
            points.confirm(each.row.id, by="commission")
        steps = {name: given[name] for name in COMMISSION}
        periods.set_fund(evaluation_id, given["fund"])
        periods.advance(evaluation_id, announced_on=given["announced_on"], **steps)
        for entry in file["appeal"]:
            self._write_appeal(evaluation_id, entry)
        closing.close(evaluation_id, given["closed_on"], given["order_number"])

    def _write_points(self, evaluation_id: int, entries: list[Entry]) -> None:
        """What the records do not say, with the reason; then all that they propose."""
        sheets = {each.row.person_id: each for each in reading.sheets(evaluation_id)}
        for entry in entries:
            for key in entry["people"]:
                sheet = sheets[self._known.people[key]]
                criterion_id = _asked(sheet, entry["criterion"])
                points.set_points(sheet.row.id, criterion_id, "association", entry["points"], entry["reason"])
        for sheet in sheets.values():
            points.confirm(sheet.row.id)

    def _write_appeal(self, evaluation_id: int, entry: Entry) -> None:
        sheets = {each.row.person_id: each for each in reading.sheets(evaluation_id)}
        sheet = sheets[self._known.people[entry["person"]]]
        criterion_id = _asked(sheet, entry["criterion"])
        appeal_id = appeals.file_appeal(sheet.row.id, entry["on"], entry["reason"], criterion_id).value
        said = (entry["outcome"], entry["reply"], entry["decided"], entry.get("points"), entry["number"])
        appeals.answer(appeal_id, *said)

    def write_reward(self, entry: Entry) -> None:
        """A proposal to the council, decided at an item of a meeting."""
        person_id = self._known.people[entry["person"]]
        fields = {"award": entry["award"], "grounds": entry["grounds"]}
        reward_id = proposals.add(*self._of, person_id, **fields).value
        proposals.discussed_at(reward_id, self._known.items[entry["item"]])
        proposals.propose(reward_id, entry["proposed"])

    def write_half(self, entry: Entry) -> None:
        """The analysis of one member's half-year."""
        person_id, half = self._known.people[entry["person"]], entry["half"]
        time = Time(self._first_year, half)
        seen = facts(self._association_id, [person_id], time, entry["on"])[person_id]
        texts = {name: entry[name] for name in HALF}
        keep_half(self._association_id, person_id, self._first_year, half, entry["on"], digest(seen), **texts)

    def write_analysis(self, entry: Entry) -> None:
        """The year's analysis: her words, then its first version on its way."""
        of = Scope(self._association_id, self._first_year, 0, entry["handed_in"])
        for number, text in entry["text"].items():
            keeping.write(of, int(number), text, "")
        versions.keep(of)
        row_id = versions.versions(of)[-1].id
        held = meeting(self._known.meetings[entry["considered"]])
        versions.step(row_id, "considered", held.held_on or entry["handed_in"], held.id)
        versions.step(row_id, "handed_in", entry["handed_in"], name=entry["to"])


def _asked(sheet: Any, text: str) -> int:
    """The criterion of a sheet by its text."""
    return next(int(line.asked.id) for line in sheet.lines if line.asked.ky == text)
