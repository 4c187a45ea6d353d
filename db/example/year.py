"""The example school year, written through the same actions as a real one; its data says МИСАЛ for ever."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db import (
    appointments,
    protocols,
    records,
    settings,
    tasks,
)
from db.associations import save_association
from db.calendar import save_school_year
from db.errors import Refused
from db.example import curriculum, events, growth, lessons, marks, numbers, plan, promises, registers
from db.history import action, subject
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.sheet import item_rows, sheet
from db.members import save_member
from db.models.members import Member
from db.models.tasks import Task
from db.rules.calendar import Holiday, Span
from db.schools import save_school, school
from db.stock_files import read_stock

Entry = Mapping[str, Any]


@action("example.write")
def write() -> int:
    """Write the example year into empty data; returns the association's id. Raises Refused `import_would_overwrite`."""
    if school() is not None:
        raise Refused("import_would_overwrite")
    settings.load_stock()
    settings.set_("example", "1")
    writer = _Writer(read_stock("example_year"))
    writer.write_school()
    writer.write_people()
    for meeting in writer.year["meeting"]:
        writer.write_meeting(meeting)
    of = (writer.association_id, writer.year["school_year"]["first_year"], writer.known)
    plan.write(*of)
    work = read_stock("example_work")
    events.write(*of, work)
    registers.write(*of, work)
    curriculum.write(*of, work)
    lessons.write(*of, work)
    promises.write(writer.association_id, writer.known, work)
    growth.write(writer.association_id, writer.known)
    marks.write(writer.association_id, writer.known)
    numbers.write(*of, read_stock("example_numbers"))
    subject("")
    return writer.association_id


class _Writer:
    """Remembers by what names the file calls people, items and decisions («2.1@3»: decision 2.1 of meeting 3)."""

    def __init__(self, year: Entry) -> None:
        self.year = year
        self.association_id = 0
        self.known = plan.Known()
        self._people, self._items, self._decisions = self.known.people, self.known.items, self.known.decisions

    def write_school(self) -> None:
        """The school, its association and the school year."""
        school_id = save_school(**self.year["school"]).value
        self.association_id = save_association(None, school_id=school_id, **self.year["association"]).value
        quarters = [Span(**entry) for entry in self.year["quarter"]]
        holidays = [Holiday(each["kind"], each["begins"], each["ends"]) for each in self.year["holiday"]]
        save_school_year(**self.year["school_year"], quarters=quarters, holidays=holidays)

    def write_people(self) -> None:
        """The members, and the offices they held before the first meeting."""
        for entry in self.year["person"]:
            card = {name: value for name, value in entry.items() if name not in ("key", "since")}
            member_id = save_member(None, self.association_id, entry["since"], **card).value
            self._people[entry["key"]] = records.stored(Member, member_id)["person"]
        self._appoint(None)

    def _appoint(self, item: str | None) -> None:
        """The appointments made under an item of the agenda, or under none."""
        for entry in self.year["appointment"]:
            if entry.get("item") == item:
                appointments.appoint(
                    self.association_id,
                    entry["role"],
                    self._people[entry["person"]],
                    entry["manner"],
                    entry["since"],
                    entry.get("order_number", ""),
                    entry.get("order_date"),
                    self._items.get(item or ""),
                )

    def write_meeting(self, entry: Entry) -> None:
        """One meeting from its plan to its signed protocol."""
        self.known.meetings[entry["number"]] = meeting_id = self._planned(entry)
        if entry["state"] == "cancelled":
            self._write_items(meeting_id, entry)
            planning.cancel(meeting_id, entry["cancelled_reason"])
            return
        planning.start(meeting_id, entry["started_at"])
        self._write_attendance(meeting_id, entry)
        self._write_items(meeting_id, entry)
        self._write_reviews(meeting_id, entry)
        planning.end(meeting_id, entry["ended_at"])
        if entry["state"] != "draft":
            self._finish(meeting_id, entry)

    def _planned(self, entry: Entry) -> int:
        given = (entry["held_on"], entry["planned_time"], entry["place"], entry["number"])
        meeting_id = planning.plan(self.association_id, *given).value
        chair, secretary = self._people[entry["chair"]], self._people[entry["secretary"]]
        planning.change(meeting_id, chair_id=chair, secretary_id=secretary)
        return meeting_id

    def _write_attendance(self, meeting_id: int, entry: Entry) -> None:
        rows = {row.person_id: row.id for row in sheet(meeting_id).attendance}
        for mark in entry["attendance"]:
            how = {name: value for name, value in mark.items() if name != "person"}
            attending.mark(rows[self._people[mark["person"]]], **how)
        for guest in entry.get("guest", ()):
            attending.add_guest(meeting_id, guest["name"], guest["office"])

    def _write_items(self, meeting_id: int, entry: Entry) -> None:
        for number, item in enumerate(entry["item"], 1):
            place = f"{number}@{entry['number']}"
            self._items[place] = item_id = self._item(meeting_id, item)
            agenda.change(item_id, **self._item_fields(item))
            self._write_discussion(item_id, item)
            self._write_decisions(item_id, item, number, entry["number"])
            self._appoint(place)
        for number, item in enumerate(entry["item"], 1):
            self._pass_on(self._items[f"{number}@{entry['number']}"], item.get("state", ""))

    def _item(self, meeting_id: int, item: Entry) -> int:
        """The item that planning has put there already, moved to the end, or a new one."""
        source = self._items.get(item.get("copied_from", ""))
        for row in item_rows(meeting_id):
            if row.kind == item["kind"] == "review" or (source and row.copied_from_id == source):
                agenda.move(row.id, len(item_rows(meeting_id)))
                return row.id
        return agenda.add(meeting_id, item["title"], item["kind"]).value

    def _item_fields(self, item: Entry) -> dict[str, Any]:
        names = ("title", "reporter_guest", "planned_minutes", "heard")
        fields = {name: item[name] for name in names if name in item}
        return fields | {"reporter_id": self._people[item["reporter"]] if "reporter" in item else None}

    def _write_discussion(self, item_id: int, item: Entry) -> None:
        for speech in item.get("speech", ()):
            person_id = self._people.get(speech.get("person", ""))
            discussion.add_speech(item_id, speech["kind"], person_id, speech.get("guest", ""), speech["text"])
        for proposal in item.get("proposal", ()):
            person_id = self._people[proposal["person"]]
            row_id = discussion.add_proposal(item_id, person_id, proposal["text"], proposal["outcome"]).value
            discussion.change_proposal(row_id, reason=proposal.get("reason", ""))

    def _write_decisions(self, item_id: int, item: Entry, number: int, meeting: int) -> None:
        for place, decision in enumerate(item.get("decision", ()), 1):
            owners = [self._people[key] for key in decision.get("owners", ())]
            next_meeting = decision.get("deadline_next_meeting", False)
            made = deciding.add_decision(item_id, decision["text"], owners, decision.get("deadline"), next_meeting)
            self._decisions[f"{number}.{place}@{meeting}"] = made.value
        for candidate in item.get("candidate", ()):
            deciding.add_candidate(item_id, self._people[candidate["person"]], candidate["votes"])
        vote = item.get("vote")
        if vote and vote.get("unanimous"):
            deciding.vote_unanimously(item_id)
        elif vote:
            deciding.count_votes(item_id, vote["for"], vote["against"], vote["abstained"], vote["not_voting"])

    def _pass_on(self, item_id: int, state: str) -> None:
        if state == "continued":
            agenda.continue_(item_id)
        elif state == "parked":
            agenda.park(item_id)

    def _write_reviews(self, meeting_id: int, entry: Entry) -> None:
        for review in entry.get("review", ()):
            task_id = Task.select(Task.id).where(Task.decision == self._decisions[review["task"]]).scalar()
            tasks.review(meeting_id, task_id, review["state"], review.get("note", ""), review.get("deadline"))

    def _finish(self, meeting_id: int, entry: Entry) -> None:
        """Finish the protocol, sign it, and amend it where the file does."""
        protocols.finalise(meeting_id)
        if "signed_on" in entry:
            protocols.sign(meeting_id, entry["signed_on"])
        if "amendment" in entry:
            self._amend(meeting_id, entry["number"], entry["amendment"])

    def _amend(self, meeting_id: int, number: int, amendment: Entry) -> None:
        protocols.amend(meeting_id, amendment["reason"])
        for change in amendment["change"]:
            field = {change["field"]: change["value"]}
            if change["decision"]:
                deciding.change_decision(self._decisions[f"{change['item']}.{change['decision']}@{number}"], **field)
            else:
                agenda.change(self._items[f"{change['item']}@{number}"], **field)
        protocols.finalise(meeting_id)
        protocols.sign(meeting_id, amendment["signed_on"])
