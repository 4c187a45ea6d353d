"""A meeting as the canonical plain values that papers print and a finished protocol keeps for ever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from db import associations, schools, settings
from db.meetings.attending import quorum
from db.meetings.rows import AttendanceRow, Item, Sheet
from db.meetings.sheet import sheet
from db.rules.names import Name

FORMAT = 1
"""Version of this shape: a later one must still print what is stored."""

Content: TypeAlias = dict[str, Any]


def content(meeting_id: int, version: int = 0, amendment_reason: str = "") -> Content:
    """All plain values of a meeting as of now; `version` 0 is a draft. Names carry their printed forms."""
    of = sheet(meeting_id)
    association_id = of.meeting.association_id
    language = settings.get("typing_language", association_id, "ky")
    made: Content = {
        "format": FORMAT,
        "language": language,
        "example": settings.get("example", None, "") == "1",
        "version": version,
        "amendment_reason": amendment_reason,
        "school": school_content(),
        "association": association_content(association_id),
        "words": words_content(association_id),
        "meeting": _meeting(of),
        "chair": _name(of, of.meeting.chair_id),
        "secretary": _name(of, of.meeting.secretary_id),
        "present": [_present(row) for row in of.attendance if row.took_part],
        "absent": [_absent(row) for row in of.attendance if not row.took_part],
        "guests": [{"name": guest.name, "role": guest.office} for guest in of.guests],
        "quorum": _quorum(of, association_id),
        "items": [_item(of, item) for item in of.agenda],
    }
    made["twins"] = _twins(made, language)
    return made


def school_content() -> Content:
    """The school as papers name it."""
    school = schools.school()
    names = (
        "name_ky", "name_ru", "head_ky", "head_ru", "place_ky", "place_ru", "ministry_ky", "ministry_ru", "director",
        "head_of_studies",
    )  # fmt: skip
    return {name: getattr(school, name) if school else "" for name in names}


def association_content(association_id: int) -> Content:
    """The association as papers name it."""
    association = associations.association(association_id)
    return {"name_ky": association.name_ky, "name_ru": association.name_ru}


def words_content(association_id: int) -> Content:
    """The words of papers that schools differ in."""
    words = settings.words(association_id)
    return {
        "meeting_ky": words.meeting_ky,
        "resolved_ky": words.resolved_ky,
        "resolved_ru": words.resolved_ru,
        "spoke_ky": words.spoke_ky,
        "spoke_ru": words.spoke_ru,
    }


def _meeting(of: Sheet) -> Content:
    row = of.meeting
    return {
        "uid": row.uid,
        "number": row.number,
        "year": row.first_year,
        "date": row.held_on.isoformat() if row.held_on else None,
        "planned_time": row.planned_time,
        "started": row.started_at,
        "ended": row.ended_at,
        "place": row.place,
        "state": row.state,
        "signed_on": row.signed_on.isoformat() if row.signed_on else None,
    }


def printed(name: Name) -> Content:
    """A name in the forms that papers use; it is never inflected."""
    return {"listed": name.listed, "signed": name.signed, "full": name.full}


def _name(of: Sheet, person_id: int | None) -> Content | None:
    return printed(of.names[person_id]) if person_id in of.names else None


def _present(row: AttendanceRow) -> Content:
    return {
        "name": printed(row.name),
        "online": row.state == "online",
        "from_item": row.from_item,
        "arrived": row.arrived,
        "until_item": row.until_item,
    }


def _absent(row: AttendanceRow) -> Content:
    return {"name": printed(row.name), "reason": row.reason, "reason_text": row.reason_text}


def _quorum(of: Sheet, association_id: int) -> Content:
    share = int(settings.get("quorum_percent", association_id, "50"))
    counted = quorum(of, share)
    return {"members": counted.members, "present": counted.present, "met": counted.met}


def _item(of: Sheet, item: Item) -> Content:
    vote = item.vote
    return {
        "number": item.number,
        "title": item.row.title,
        "kind": item.row.kind,
        "reporter": _name(of, item.row.reporter_id),
        "reporter_guest": item.row.reporter_guest,
        "planned_minutes": item.row.planned_minutes,
        "heard": item.row.heard,
        "speeches": [
            {"kind": each.kind, "name": _name(of, each.person_id), "guest": each.guest, "text": each.text}
            for each in item.speeches
        ],
        "proposals": [
            {"name": _name(of, each.person_id), "text": each.text, "outcome": each.outcome, "reason": each.reason}
            for each in item.proposals
        ],
        "decisions": _decisions(of, item),
        "vote": vote
        and {
            "unanimous": vote.unanimous,
            "for": of.voters(item.number) if vote.unanimous else vote.votes_for,
            "against": vote.against,
            "abstained": vote.abstained,
            "not_voting": vote.not_voting,
        },
        "candidates": [{"name": _name(of, each.person_id), "votes": each.votes} for each in item.candidates],
    }


def _decisions(of: Sheet, item: Item) -> list[Content]:
    return [
        {
            "number": number,
            "text": each.text,
            "owners": [_name(of, owner) for owner in each.owners],
            "deadline": each.deadline.isoformat() if each.deadline else None,
            "deadline_next_meeting": each.deadline_next_meeting,
        }
        for number, each in enumerate(item.decisions, start=1)
    ]


def typed_texts(made: Content) -> Iterable[str]:
    """Every text of a meeting that a person typed and a second language would have to say anew."""
    for item in made["items"]:
        yield from (item["title"], item["heard"])
        yield from (each["text"] for each in item["speeches"])
        for proposal in item["proposals"]:
            yield from (proposal["text"], proposal["reason"])
        yield from (each["text"] for each in item["decisions"])


def _twins(made: Content, language: str) -> dict[str, str]:
    """Texts that are a stock phrase left as it stands, with the phrase in the other language."""
    return settings.twins((text for text in typed_texts(made) if text), language)
