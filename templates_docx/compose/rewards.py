"""Rewards: from a selection to the values of a proposal."""

from dataclasses import asdict
from typing import Any

from db import protocols, settings
from db.meetings.content import printed
from db.rewards import reading
from db.rewards.rows import RewardRow
from db.schools import PersonRow, person
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.member_facts import sentences
from templates_docx.rewards import earlier_lines, reward_values
from templates_docx.values import Filled, Record

OFFICE = ("subjects", "classes", "service_total", "service_teaching", "category")


def reward(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a proposal: the one named, else the newest of the year, of a person where one is named."""
    of = _reward(selection)
    base = heading(selection.association_id, of.proposed_on or selection.today if of else selection.today)
    if of is None:
        return reward_values(base, None, paper), False
    plain = _plain(of, selection, base["language"])
    return reward_values({**base, "twins": _twins(of, selection, plain, base["language"])}, plain, paper), False


def draft_grounds(association_id: int, person_id: int, first_year: int, today: Any, language: str) -> list[str]:
    """Return what the records say for somebody, as sentences in a paper's language."""
    facts = [asdict(each) for each in reading.grounds(association_id, person_id, first_year, today)]
    return sentences(facts, "ru" if language == "ru" else "ky")


def draft_earlier(association_id: int, person_id: int) -> list[str]:
    """Return her earlier awards, a line each."""
    known, on_card = reading.earlier(association_id, person_id)
    return earlier_lines([{"title": each.title, "year": each.known_year} for each in known], on_card)


def office_of(of: PersonRow) -> Record:
    """Return what a paper says of a teacher's work."""
    return {name: getattr(of, name) for name in OFFICE}


def _reward(selection: Selection) -> RewardRow | None:
    if selection.record_id is not None:
        return reading.reward(selection.record_id)
    found = reading.rewards(selection.association_id, year_of(selection))
    return next((each for each in found if selection.person_id in (None, each.person_id)), None)


def _plain(of: RewardRow, selection: Selection, language: str) -> Record:
    standing = reading.standing_of(of.evaluation_id, of.person_id) if of.evaluation_id else None
    earlier = of.earlier.splitlines() if of.earlier else draft_earlier(of.association_id, of.person_id)
    grounds = of.grounds.splitlines() or draft_grounds(
        of.association_id, of.person_id, of.first_year, selection.today, language
    )
    return {
        **office_of(person(of.person_id)),
        "name": printed(of.name),
        "award": of.award,
        "earlier": [line for line in earlier if line.strip()],
        "grounds": [line for line in grounds if line.strip()],
        "standing": standing and {
            "evaluation": {"period": standing.period, "part": standing.part, "first_year": standing.first_year},
            "points": standing.points, "rank": standing.rank, "people": standing.people,
        },
        "meeting": {"number": of.meeting_number, "date": of.meeting_day.isoformat() if of.meeting_day else None}
        if of.meeting_id else None,
        "vote": _vote(of),
        "state": of.state,
        "resolution": of.resolution,
        "resolution_number": of.resolution_number,
        "resolved_on": of.resolved_on.isoformat() if of.resolved_on else None,
    }  # fmt: skip


def _vote(of: RewardRow) -> Record | None:
    """How the association voted on its question, as its protocol has it."""
    place = reading.place_of(of)
    if of.meeting_id is None or place is None:
        return None
    items = protocols.content_of(of.meeting_id)["items"]
    found: Record | None = next((item["vote"] for item in items if item["number"] == place), None)
    return found


def _twins(of: RewardRow, selection: Selection, plain: Record, language: str) -> dict[str, str]:
    """Stock phrases, and the drafted sentences that she left as they were."""
    other = "ky" if language == "ru" else "ru"
    whose = of.association_id, of.person_id, of.first_year, selection.today
    drafted = dict(zip(draft_grounds(*whose, language), draft_grounds(*whose, other), strict=True))
    typed = [of.award, of.resolution, *plain["earlier"], *plain["grounds"], plain["subjects"]]
    return drafted | settings.twins(typed, language)
