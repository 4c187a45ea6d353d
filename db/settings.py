"""What a school or association chose, the phrases it uses, and what the program remembers between starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action, subject
from db.models.record import database
from db.models.settings import Phrase, Remembered, Setting
from db.reading import columns, pairs
from db.stock_files import stock_phrases

DEFAULTS = {
    "interface_language": "ky",
    "paper_language": "ky",
    "typing_language": "ky",
    "theme": "",
    "output_folder": "",
    "quorum_percent": "50",
    "quarter_last_days": "3",
    "mastery_percent": "60",
    "head_deadline_days": "3",
    "not_kept": "",
    "example": "",
    "meeting_ky": "отурум",
    "resolved_ky": "ТОКТОМ КЫЛЫНДЫ",
    "spoke_ky": "ЧЫГЫП СҮЙЛӨШТҮ",
    "resolved_ru": "ПОСТАНОВИЛИ",
    "spoke_ru": "ВЫСТУПИЛИ",
    "observation_scale": "3",
    "evaluation_period": "quarter",
    "evaluation_self": "",
    "evaluation_commission": "",
    "evaluation_appeal_days": "0",
    "evaluation_ranks": "",
    "evaluation_fund": "",
    "evaluation_by_load": "",
    "evaluation_by_period": "",
    "evaluation_full_load": "20",
    "course_years": "",
    "reward_years": "3",
}
"""Every key that can be chosen, with what holds until then. A meeting has a quorum with more than that percentage;
an aspect of a lesson is scored from 1 to `observation_scale`; a requirement that a smaller share of pupils mastered
than `mastery_percent` counts as not mastered; lessons in the `quarter_last_days` of a quarter are warned of; the next
course is due `course_years` after the last one (the law sets no term); who was not rewarded for `reward_years` is
suggested."""

_USES = "phrase.uses."


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a protocol that schools differ in (DOMAIN.md 1.1)."""

    meeting_ky: str
    resolved_ky: str
    spoke_ky: str
    resolved_ru: str
    spoke_ru: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One choice; of the whole school where `association_id` is None."""

    id: int
    association_id: int | None
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A phrase; `month` is that of the meeting at which an agenda item is usual, 0 = any."""

    id: int
    uid: str
    kind: str
    position: int
    ky: str
    ru: str
    month: int

    def text(self, language: str) -> str:
        """The phrase in a language, or in the other one where it has but one."""
        return (self.ru or self.ky) if language == "ru" else (self.ky or self.ru)


def get(key: str, association_id: int | None = None, default: str | None = None) -> str:
    """The association's choice, else the school's, else `default`, else what the program starts with."""
    return _chosen(association_id, key).get(key, DEFAULTS.get(key, "") if default is None else default)


def get_all(keys: Iterable[str], association_id: int | None = None) -> dict[str, str]:
    """What holds of several keys, in one query; see `get`."""
    wanted = tuple(keys)
    chosen = _chosen(association_id, *wanted)
    return {key: chosen.get(key, DEFAULTS.get(key, "")) for key in wanted}


def words(association_id: int | None = None) -> Words:
    """The words that the association's papers use."""
    names = [field.name for field in fields(Words)]
    chosen = _chosen(association_id, *names)
    return Words(**{name: chosen.get(name) or DEFAULTS[name] for name in names})


@action("settings.set")
def set_(key: str, value: str, association_id: int | None = None) -> None:
    """Choose a value, for one association or the whole school. Raises Refused `unknown_setting`, `text_too_long`."""
    if key not in DEFAULTS:
        raise Refused("unknown_setting", key)
    subject(key)
    values = checked(Setting, {"value": value})
    known = next((row for row in _rows(key) if row.association_id == association_id), None)
    if known is None:
        records.insert(Setting, association=association_id, key=key, **values)
    else:
        records.change(Setting, known.id, **values)


@action("settings.set_all")
def set_all(values: Mapping[str, str], association_id: int | None = None) -> None:
    """Choose several values at once; raises Refused as `set_`."""
    for key, value in values.items():
        set_(key, value, association_id)


def remembered(key: str, default: str = "") -> str:
    """What was remembered under a key."""
    found = Remembered.select(Remembered.value).where(Remembered.key == key).tuples().first()
    return str(found[0]) if found else default


def remember(key: str, value: str) -> None:
    """Remember something for the next start, outside the history; runs on the writing connection."""
    with database.atomic("IMMEDIATE"):
        Remembered.insert(key=key, value=value).on_conflict(
            conflict_target=[Remembered.key], update={Remembered.value: value}
        ).execute()


def phrases(kind: str, language: str | None = None) -> list[PhraseRow]:
    """The phrases of a kind, the most used first, then by the list; with a language, those that have it."""
    found = rows(_phrases().where(Phrase.kind == kind).order_by(Phrase.position, Phrase.id), PhraseRow)
    uses = _uses()
    spoken = [each for each in found if language is None or getattr(each, language)]
    return sorted(spoken, key=lambda each: -uses.get(each.id, 0))


def use_phrase(phrase_id: int) -> None:
    """Count that a phrase was used, outside the history; runs on the writing connection."""
    remember(f"{_USES}{phrase_id}", str(_uses().get(phrase_id, 0) + 1))


@action("phrase.save")
def save_phrase(phrase_id: int | None, kind: str, ky: str, ru: str, month: int = 0) -> int:
    """Change a phrase, or with None add one at the end; returns its id. Raises Refused `required` without any text."""
    values = checked(Phrase, {"kind": kind, "ky": ky, "ru": ru, "month": month}, ("ky", "ru"))
    required({"ky": values["ky"] or values["ru"]}, "ky")
    if month > 12:
        raise Refused("month_out_of_range", "month")
    if phrase_id is None:
        last = row(_phrases().order_by(Phrase.position.desc()), PhraseRow)
        return records.insert(Phrase, position=last.position + 1 if last else 1, **values)
    records.change(Phrase, phrase_id, **values)
    return phrase_id


@action("phrase.remove")
def remove_phrase(phrase_id: int) -> None:
    """Take a phrase out of the list."""
    records.remove(Phrase, phrase_id)


@action("phrase.load_stock")
def load_stock() -> int:
    """Add the stock's phrases that are not there; returns how many were added."""
    known = {(each.kind, each.ky, each.ru) for each in rows(_phrases(), PhraseRow)}
    new = [each for each in stock_phrases() if (each.kind, each.ky, each.ru) not in known]
    for each in new:
        records.insert(Phrase, kind=each.kind, position=each.position, ky=each.ky, ru=each.ru, month=each.month)
    return len(new)


def twin(text: str, from_language: str) -> str | None:
    """The text in the other language, where it is exactly a phrase that has both."""
    return twins([text], from_language).get(text)


def twins(texts: Iterable[str], from_language: str) -> dict[str, str]:
    """The twins of many texts at once; texts without one are left out."""
    here, there = (Phrase.ru, Phrase.ky) if from_language == "ru" else (Phrase.ky, Phrase.ru)
    wanted = {text for text in texts if text}
    query = Phrase.select(here, there).where(here.in_(wanted), there != "", Phrase.deleted_at.is_null())
    return pairs(query.order_by(Phrase.id.desc()))


def _chosen(association_id: int | None, *keys: str) -> dict[str, str]:
    """The choices that hold: those of the school, over them those of the association."""
    found = [row for row in _rows(*keys) if row.association_id in (None, association_id)]
    return {row.key: row.value for row in sorted(found, key=lambda row: row.association_id is not None)}


def _rows(*keys: str) -> list[SettingRow]:
    query = Setting.select(Setting.id, Setting.association.alias("association_id"), Setting.key, Setting.value)
    return rows(query.where(Setting.key.in_(keys), Setting.deleted_at.is_null()).order_by(Setting.id), SettingRow)


def _uses() -> dict[int, int]:
    """How often each phrase was used."""
    query = Remembered.select(Remembered.key, Remembered.value).where(Remembered.key.startswith(_USES))
    return {int(key.removeprefix(_USES)): int(value) for key, value in pairs(query).items()}


def _phrases() -> Any:
    return Phrase.select(*columns(Phrase, PhraseRow)).where(Phrase.deleted_at.is_null())
