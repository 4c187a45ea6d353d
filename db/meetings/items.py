"""Questions of meetings offered to what was studied, discussed or considered under one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.connection import rows
from db.models.meetings import AgendaItem, Meeting
from db.rules.alphabet import fold_words

STARTED = ("in_progress", "draft")
"""States of a meeting's own row in which it was begun; a finished protocol leaves it at `draft`."""

MOST_OFFERS = 30
_SHORTEST_WORD, _BEGINNING = 4, 6


@dataclass(frozen=True, slots=True)
class ItemOffer:
    """A question of a meeting."""

    agenda_item_id: int
    meeting_id: int
    number: int
    held_on: dt.date | None
    title: str
    meeting_state: str

    @property
    def held(self) -> bool:
        """Whether the meeting was begun."""
        return self.meeting_state in STARTED


def item_offers(
    association_id: int, first_year: int, text: str, chosen_id: int | None = None, usual: str = ""
) -> list[ItemOffer]:
    """Questions of the meetings from a school year on, the likeliest first; at most 30.

    Likeliest is the chosen one, then those with a word of `usual`, what shares words with the text, then the newest.
    """
    query = AgendaItem.select(
        AgendaItem.id.alias("agenda_item_id"), Meeting.id.alias("meeting_id"), Meeting.number, Meeting.held_on,
        AgendaItem.title, Meeting.state.alias("meeting_state"),
    ).join(Meeting)  # fmt: skip
    query = query.where(
        Meeting.association == association_id, Meeting.first_year >= first_year, Meeting.state != "cancelled",
        Meeting.deleted_at.is_null(), AgendaItem.deleted_at.is_null(), AgendaItem.state != "parked",
        AgendaItem.kind.not_in(("review", "plan_done")),
    )  # fmt: skip
    found = rows(query.order_by(Meeting.held_on.desc(), AgendaItem.position, AgendaItem.id), ItemOffer)
    wanted, named = beginnings(text), beginnings(usual)

    def order(of: ItemOffer) -> tuple[bool, bool, int]:
        said = beginnings(of.title)
        return of.agenda_item_id != chosen_id, not named & said, -len(wanted & said)

    return sorted(found, key=order)[:MOST_OFFERS]


def beginnings(text: str) -> set[str]:
    """The beginnings of a text's longer words, so that their endings do not matter."""
    return {word[:_BEGINNING] for word in fold_words(text) if len(word) >= _SHORTEST_WORD}
