"""What a lesson analysis is made of, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.events.rows import Activity
from db.rules import lesson_scores
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet as its row has it, with its observer's name where he is of the school."""

    id: int
    uid: str
    activity_id: int
    observer_id: int | None
    observer_guest: str
    visit_aim: str
    learning_aim: str
    developing_aim: str
    upbringing_aim: str
    listed: int | None
    present: int | None
    highest: int
    strong: str
    weak: str
    conclusions: str
    self_analysis: str
    acquainted_on: dt.date | None
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    short_form: str | None = None

    @property
    def observer(self) -> Name | None:
        """Who of the school observed."""
        if self.surname is None:
            return None
        return Name(self.surname, self.given or "", self.patronymic or "", self.short_form or "")

    @property
    def observed_by(self) -> str:
        """Who observed, as lists name people; a guest as typed."""
        return self.observer.listed if self.observer else self.observer_guest


@dataclass(frozen=True, slots=True)
class Score:
    """An aspect on a sheet: its names, its score and the note on it; the id is None until either was written."""

    aspect_id: int
    ky: str
    ru: str
    id: int | None = None
    score: int | None = None
    note: str = ""

    def text(self, language: str) -> str:
        """The aspect in a language, or in the other one where it has but one."""
        return (self.ru or self.ky) if language == "ru" else (self.ky or self.ru)


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """A piece of advice on a sheet."""

    id: int
    uid: str
    observation_id: int
    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with all that stands on it."""

    row: SheetRow
    lesson: Activity
    scores: tuple[Score, ...]
    advice: tuple[AdviceRow, ...]

    @property
    def summary(self) -> lesson_scores.Summary:
        """The scores in sum."""
        return lesson_scores.summary((each.score for each in self.scores), self.row.highest)

    @property
    def observations(self) -> str:
        """What was seen, in one text: strong, weak, conclusions; what a journal of visits prints."""
        return "\n".join(text for text in (self.row.strong, self.row.weak, self.row.conclusions) if text.strip())
