"""Remarks and opinions given to teachers: to whom, when, why, by when, answered how. A remark never lowers points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, fn

from db import records
from db.associations import association
from db.connection import rows
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action, subject
from db.meetings.standing import standing
from db.models.meetings import AgendaItem, Meeting, Speech
from db.models.remarks import Remark
from db.models.schools import Person
from db.reading import columns
from db.rules.names import Name
from db.schools import person

PAGE = 200
KINDS = ("remark", "opinion")
LONG = ("text", "answer")
FIELDS = frozenset({"person_id", "kind", "given_on", "text", "due", "answer", "answered_on"})
"""What of a remark can be typed over."""

AFTERWARDS = frozenset({"person_id", "due", "answer", "answered_on"})
"""The same of one said at a meeting: the words and the day are the protocol's."""

SPOKEN = {"remark": "remark", "criticism": "opinion"}
"""Kind of speech → the kind of remark that it is (DOMAIN.md 1.4)."""


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark or an opinion; `id` is 0 for one that was said at a meeting and of which nothing more was noted yet.

    What was said at a meeting has words and day from the protocol, which names the speaker (`speaker_*`, or a guest);
    to whom it was said is noted afterwards: until then `person_id` is None.
    """

    id: int
    speech_id: int | None
    kind: str
    person_id: int | None
    surname: str
    given: str
    patronymic: str
    short_form: str
    speaker_surname: str
    speaker_given: str
    speaker_patronymic: str
    speaker_short_form: str
    guest: str
    given_on: dt.date | None
    text: str
    due: dt.date | None
    answer: str
    answered_on: dt.date | None
    meeting_id: int | None
    meeting_number: int | None

    @property
    def name(self) -> Name:
        """To whom; empty where that was not noted."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)

    @property
    def speaker(self) -> str:
        """Who said it at a meeting."""
        of = Name(self.speaker_surname, self.speaker_given, self.speaker_patronymic, self.speaker_short_form)
        return self.guest or of.listed

    @property
    def answered(self) -> bool:
        """Whether the teacher answered."""
        return self.answered_on is not None or bool(self.answer)

    def overdue(self, today: dt.date) -> bool:
        """Whether its term has passed without an answer."""
        return not self.answered and self.due is not None and self.due < today


def remarks(
    association_id: int, *, unanswered: bool = False, person_ids: Iterable[int] | None = None, most: int = PAGE
) -> list[RemarkRow]:
    """Remarks and opinions, the newest first, those said at meetings among them; at most `most`."""
    found = [*_read(_own(association_id), unanswered, person_ids, most)]
    found += _read(_spoken(association_id), unanswered, person_ids, most)
    found.sort(key=lambda each: (each.given_on or dt.date.min, each.id, each.speech_id or 0), reverse=True)
    return found[:most]


def remark(remark_id: int) -> RemarkRow:
    """One remark; raises Refused `record_missing`."""
    row = standing(Remark, remark_id)
    query = _spoken(row["association"]) if row["speech"] is not None else _own(row["association"])
    found = rows(query.where(Remark.id == remark_id), RemarkRow)
    if not found:
        raise Refused("record_missing", table="remark")
    return found[0]


@action("remark.add")
def add_remark(
    association_id: int, person_id: int, kind: str, given_on: dt.date, text: str, due: dt.date | None = None,
    answer: str = "", answered_on: dt.date | None = None,
) -> int:  # fmt: skip
    """Note a remark or an opinion; returns its id.

    Raises Refused `required` (text), `text_too_long`, `value_not_allowed` (kind), `deadline_before` (due) and
    `answer_before` (answered_on; values: day), `record_missing`.
    """
    association(association_id)
    _about(person_id)
    values = _checked(kind=kind, given_on=given_on, text=text, due=due, answer=answer, answered_on=answered_on)
    _refuse_order(given_on, values)
    return records.insert(Remark, association=association_id, person=person_id, **values)


@action("remark.change")
def change_remark(remark_id: int, **fields: Any) -> None:
    """Type over fields of a remark (`FIELDS`); raises Refused as `add_remark`, `answer_before` (answered_on; day).

    Of one said at a meeting only `AFTERWARDS` is kept here: Refused `said_at_meeting` for the rest.
    """
    refuse_unknown(fields, FIELDS)
    of = remark(remark_id)
    if of.speech_id is not None and fields.keys() - AFTERWARDS:
        raise Refused("said_at_meeting")
    _about(fields.get("person_id") or of.person_id)
    _write(remark_id, of.given_on, fields)


@action("remark.follow")
def follow_speech(speech_id: int, person_id: int, **fields: Any) -> int:
    """Note to whom something was said at a meeting, by when it is answered and how (`AFTERWARDS`); returns the id.

    Raises Refused `speech_not_remark` for other kinds of speech, and as `change_remark`.
    """
    speech = standing(Speech, speech_id)
    if speech["kind"] not in SPOKEN:
        raise Refused("speech_not_remark")
    meeting = standing(Meeting, speech["meeting"])
    given_on = dt.date.fromisoformat(meeting["held_on"])
    _about(person_id)
    query: Any = Remark.select(Remark.id, Remark.deleted_at).where(Remark.speech == speech_id)
    known, gone = query.tuples().first() or (None, None)
    said = {"association": meeting["association"], "kind": SPOKEN[speech["kind"]], "given_on": given_on}
    said |= {"speech": speech_id, "person": person_id}
    if known is None:
        known = records.insert(Remark, **said)
    elif gone:
        records.renew(Remark, known, **said)
    _write(known, given_on, {**fields, "person_id": person_id})
    return known


@action("remark.remove")
def remove_remark(remark_id: int) -> None:
    """Take a remark away; of one said at a meeting only its term and answer go. Raises Refused `record_missing`."""
    _about(standing(Remark, remark_id)["person"])
    records.remove(Remark, remark_id)


def _about(person_id: int | None) -> None:
    """Name the action by the teacher: the words are nobody else's business. Raises Refused `required` (person_id)."""
    if not person_id:
        raise Refused("required", "person_id")
    subject(person(person_id).name.listed)


def _write(remark_id: int, given_on: dt.date | None, fields: dict[str, Any]) -> None:
    values = _checked(**{name.removesuffix("_id"): value for name, value in fields.items()})
    _refuse_order(values.get("given_on", given_on), values)
    records.change(Remark, remark_id, **values)


def _checked(**fields: Any) -> dict[str, Any]:
    if fields.get("kind", KINDS[0]) not in KINDS:
        raise Refused("value_not_allowed", "kind")
    values = checked(Remark, fields, LONG)
    required(values, "text")
    return values


def _refuse_order(given_on: dt.date | None, values: dict[str, Any]) -> None:
    """Refuse a term or an answer before the day on which the remark was given."""
    for name, code in (("due", "deadline_before"), ("answered_on", "answer_before")):
        day = values.get(name)
        if day is not None and given_on is not None and day < given_on:
            raise Refused(code, name, day=given_on)


def _own(association_id: int) -> Any:
    """Remarks that were not said at a meeting."""
    nothing = [SQL("''").alias(f"speaker_{name}") for name in _NAME] + [SQL("''").alias("guest")]
    no_meeting = [SQL("NULL").alias(name) for name in ("meeting_id", "meeting_number")]
    query = Remark.select(*columns(Remark, RemarkRow), *_name(Person, ""), *nothing, *no_meeting).join(Person)
    return query.where(Remark.association == association_id, Remark.speech.is_null(), Remark.deleted_at.is_null())


def _spoken(association_id: int) -> Any:
    """What was said to teachers at meetings, with what was noted about it afterwards."""
    speaker: Any = Person.alias()
    followed = (Remark.speech == Speech.id) & Remark.deleted_at.is_null()
    query = Speech.select(
        fn.COALESCE(Remark.id, 0).alias("id"),
        Speech.id.alias("speech_id"),
        Case(Speech.kind, tuple(SPOKEN.items())).alias("kind"),
        Remark.person.alias("person_id"),
        *_name(Person, ""),
        *_name(speaker, "speaker_"),
        *(Speech.guest, Speech.text, Meeting.held_on.alias("given_on"), Remark.due, Remark.answered_on),
        fn.COALESCE(Remark.answer, "").alias("answer"),
        *(Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number")),
    )
    query = query.join(Meeting).join_from(Speech, AgendaItem)
    query = query.join_from(Speech, Remark, JOIN.LEFT_OUTER, on=followed)
    query = query.join_from(Remark, Person, JOIN.LEFT_OUTER)
    query = query.join_from(Speech, speaker, JOIN.LEFT_OUTER, on=Speech.person == speaker.id)
    stands = [each.deleted_at.is_null() for each in (Speech, AgendaItem, Meeting)]
    said = Speech.kind.in_(list(SPOKEN)) & (Meeting.state != "cancelled")
    return query.where(Meeting.association == association_id, said, *stands)


def _read(query: Any, unanswered: bool, person_ids: Iterable[int] | None, most: int) -> list[RemarkRow]:
    """The newest of them."""
    if unanswered:
        query = query.where(Remark.answered_on.is_null(), fn.COALESCE(Remark.answer, "") == "")
    if person_ids is not None:
        query = query.where(Person.id.in_(list(person_ids)))
    return rows(query.order_by(SQL("given_on").desc(), SQL("id").desc()).limit(most), RemarkRow)


_NAME = ("surname", "given", "patronymic", "short_form")


def _name(model: Any, prefix: str) -> list[Any]:
    return [fn.COALESCE(getattr(model, name), "").alias(prefix + name) for name in _NAME]
