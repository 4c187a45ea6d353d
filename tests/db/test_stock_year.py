"""The example year holds together: people, votes, dates, and every task followed to its end."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from db.rules.names import Name
from db.rules.quorum import quorum, vote_check, voters
from db.stock_files import read_stock

YEAR = read_stock("example_year")
PEOPLE = {person["key"]: person for person in YEAR["person"]}
MEETINGS = {meeting["number"]: meeting for meeting in YEAR["meeting"]}
HELD = [meeting for meeting in YEAR["meeting"] if meeting["state"] != "cancelled"]
SPEECHES = {"speech", "question", "answer", "criticism", "remark"}
OUTCOMES = {"open", "accepted", "rejected", "postponed", "merged"}
REASONS = {
    "ill", "business_trip", "course", "leave", "child_leave", "teaching", "other_school", "sent", "family",
    "excused", "unexcused",
}  # fmt: skip
over_held = pytest.mark.parametrize("meeting", HELD, ids=lambda meeting: f"meeting-{meeting['number']}")


def printed_items(meeting: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in meeting["item"] if item.get("state") != "parked"]


def attendance(meeting: dict[str, Any]) -> list[SimpleNamespace]:
    noted = {row["person"]: row for row in meeting["attendance"]}
    rows = [(key, noted.get(key, {"state": "present"})) for key in PEOPLE]
    return [
        SimpleNamespace(key=key, state=row["state"], from_item=row.get("from_item"), until_item=row.get("until_item"))
        for key, row in rows
    ]


def there(meeting: dict[str, Any], number: int) -> set[str]:
    return {row.key for row in voters(attendance(meeting), number)}


def decisions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every decision that asks for work, by the name that reviews use."""
    for meeting in HELD:
        for number, item in enumerate(printed_items(meeting), 1):
            for position, decision in enumerate(item.get("decision", ()), 1):
                if decision.get("owners"):
                    yield f"{number}.{position}@{meeting['number']}", decision


def spoken(item: dict[str, Any]) -> list[dict[str, Any]]:
    return [*item.get("speech", ()), *item.get("proposal", ())]


def test_members_are_twelve_of_different_kinds() -> None:
    assert len(PEOPLE) == len(YEAR["person"]) == 12
    assert any(" " in person.get("patronymic", "") for person in PEOPLE.values())
    assert {word for person in PEOPLE.values() for word in person["surname"].split()[1:]} == {"уулу", "кызы"}
    assert any("patronymic" not in person and " " not in person["surname"] for person in PEOPLE.values())
    for person in PEOPLE.values():
        assert person["category"] in {"none", "second", "first", "highest"}
        assert person.get("conditions", "") in {"", "present", "lacking", "needed"}
        assert person["service_teaching"] <= person["service_total"] < dt.date(2026, 9, 1).year - person["born"].year
        assert person["since"] >= YEAR["association"]["formed_on"]


def test_numbers_run_on_and_dates_rise() -> None:
    assert list(MEETINGS) == list(range(1, len(MEETINGS) + 1))
    dates = [meeting["held_on"] for meeting in MEETINGS.values()]
    assert dates == sorted(dates) and all(day.weekday() < 5 for day in dates)
    assert [m["number"] for m in MEETINGS.values() if m["state"] == "cancelled"] == [4]
    assert len(HELD) == 7 and HELD[-1]["state"] == "draft"


@over_held
def test_people_are_known_and_there(meeting: dict[str, Any]) -> None:
    guests = {guest["name"] for guest in meeting.get("guest", ())}
    assert {meeting["chair"], meeting["secretary"]} <= there(meeting, 1)
    for row in meeting["attendance"]:
        assert row["person"] in PEOPLE and row["state"] in {"late", "left", "online", "absent"}
        assert row.get("reason", "ill") in REASONS and ("reason" in row or row["state"] != "absent")
        assert (row["state"] == "late") == ("arrived" in row) == ("from_item" in row)
    for number, item in enumerate(printed_items(meeting), 1):
        present = there(meeting, number)
        assert item.get("reporter") in present or item["reporter_guest"] in guests
        for speech in spoken(item):
            assert speech.get("person") in present or speech["guest"] in guests
        for decision in item.get("decision", ()):
            assert set(decision.get("owners", ())) <= PEOPLE.keys()


@over_held
def test_votes_are_all_who_were_there(meeting: dict[str, Any]) -> None:
    assert quorum(len(PEOPLE), sum(row.state != "absent" for row in attendance(meeting)))
    for number, item in enumerate(printed_items(meeting), 1):
        present, vote = there(meeting, number), item.get("vote", {"unanimous": True})
        if not vote.get("unanimous"):
            counts = [vote[name] for name in ("for", "against", "abstained", "not_voting")]
            assert vote_check(*counts, voters=len(present)) == []
        candidates = item.get("candidate", ())
        assert not candidates or sum(candidate["votes"] for candidate in candidates) == len(present)


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=lambda meeting: f"meeting-{meeting['number']}")
def test_items_are_well_formed(meeting: dict[str, Any]) -> None:
    kinds = [item["kind"] for item in meeting["item"]]
    assert (kinds[0] == "review") == (meeting["number"] > 1) and kinds.count("review") == (meeting["number"] > 1)
    for item in meeting["item"]:
        assert item["title"].endswith(("жөнүндө", "тууралуу"))
        assert {speech["kind"] for speech in item.get("speech", ())} <= SPEECHES
        assert {proposal["outcome"] for proposal in item.get("proposal", ())} <= OUTCOMES
        for text in [*item.get("speech", ()), *item.get("proposal", ()), *item.get("decision", ())]:
            assert text["text"].endswith((".", "?", "!"))
        for decision in item.get("decision", ()):
            assert not (decision.get("deadline") and decision.get("deadline_next_meeting"))
    parked = [item.get("state") == "parked" for item in meeting["item"]]
    assert parked == sorted(parked)


def test_copied_items_are_those_put_off() -> None:
    copies = [(item, meeting) for meeting in MEETINGS.values() for item in meeting["item"] if "copied_from" in item]
    assert copies
    for item, meeting in copies:
        position, number = map(int, item["copied_from"].split("@"))
        source = MEETINGS[number]["item"][position - 1]
        assert number < meeting["number"] and source["title"] == item["title"]
        assert source.get("state") in {"parked", "continued"}


def test_tasks_are_followed_to_their_end() -> None:
    tasks = dict(decisions())
    running: dict[str, dt.date] = {}
    for meeting in HELD:
        reviewed = {review["task"] for review in meeting.get("review", ())}
        assert {name for name, deadline in running.items() if deadline <= meeting["held_on"]} <= reviewed
        assert reviewed <= running.keys()
        for review in meeting.get("review", ()):
            assert ("deadline" in review) == (review["state"] in {"partly", "not_done", "extended"})
            running[review["task"]] = review.get("deadline", dt.date.max)
            if review["state"] == "done":
                del running[review["task"]]
        made = {name: each for name, each in tasks.items() if name.endswith(f"@{meeting['number']}")}
        running |= {name: each.get("deadline", meeting["held_on"]) for name, each in made.items()}
    assert {name for name in running if not name.endswith("@8")} == {"5.2@7"}


def test_elections_are_where_the_appointments_say() -> None:
    for appointment in YEAR["appointment"]:
        assert appointment["person"] in PEOPLE
        if "item" in appointment:
            position, number = map(int, appointment["item"].split("@"))
            name = signed(PEOPLE[appointment["person"]])
            assert any(name in each["text"] for each in MEETINGS[number]["item"][position - 1]["decision"])
    now = Counter(each["role"] for each in YEAR["appointment"] if "until" not in each)
    assert now == {"leader": 1, "secretary": 1}


def signed(person: dict[str, Any]) -> str:
    return Name(person["surname"], person["given"], person.get("patronymic", "")).signed


def test_names_in_texts_are_people_who_are_there() -> None:
    known = {signed(person) for person in PEOPLE.values()} | {YEAR["school"]["director"]}
    known |= {guest["name"] for meeting in HELD for guest in meeting.get("guest", ())}
    named = re.findall(r"(?:[А-ЯӨҮҢ]\. ){1,2}[А-ЯӨҮҢ][а-яёөүң]+(?: (?:уулу|кызы))?", str(YEAR["meeting"]))
    assert named and set(named) <= known


def test_dates_lie_in_the_school_year() -> None:
    dates = list(_dates(YEAR["meeting"]))
    assert min(dates) >= dt.date(2026, 8, 1) and max(dates) <= dt.date(2027, 8, 31)
    spans = [*YEAR["quarter"], *YEAR["holiday"]]
    ordered = sorted(spans, key=lambda span: span["begins"])
    assert all(span["begins"] < span["ends"] for span in spans)
    assert all(one["ends"] < other["begins"] for one, other in pairwise(ordered))
    assert YEAR["school_year"]["begins"] <= ordered[0]["begins"] and ordered[-1]["ends"] <= YEAR["school_year"]["ends"]


def _dates(node: Any) -> Iterator[dt.date]:
    if isinstance(node, dt.date):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _dates(value)
    elif isinstance(node, list):
        for value in node:
            yield from _dates(value)


def test_the_amendment_changes_what_is_there() -> None:
    amended = [meeting for meeting in HELD if "amendment" in meeting]
    assert [meeting["number"] for meeting in amended] == [3]
    for change in amended[0]["amendment"]["change"]:
        item = amended[0]["item"][change["item"] - 1]
        target = item["decision"][change["decision"] - 1] if change["decision"] else item
        assert target[change["field"]] != change["value"]
    assert amended[0]["amendment"]["reason"] and amended[0]["amendment"]["signed_on"] > amended[0]["signed_on"]


def test_twins_exist_for_the_second_language() -> None:
    titles = {entry["ky"] for entry in read_stock("agenda")["item"]}
    phrases = {entry["ky"] for entry in read_stock("phrases")["phrase"]}
    items = [item for meeting in HELD for item in meeting["item"]]
    assert sum(item["title"] in titles for item in items) > len(items) // 2
    assert sum(each["text"] in phrases for item in items for each in item.get("decision", ())) >= 4
