"""What copies hold and what a restore would lose, in words; and where the second folder of copies is."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from db import settings
from db.backups.contents import Holds, Loss, Paper
from db.backups.copies import Copy, read_name
from db.backups.numbers import SECOND_FOLDER
from tui import texts, words
from tui.texts import N_, _

REASONS = {
    "asked": N_("asked for"),
    "start": N_("at the start"),
    "work": N_("while working"),
    "exit": N_("at the end"),
    "migration": N_("before a new version"),
    "import": N_("before an import"),
    "restore": N_("before a restore"),
    "finalising": N_("before finishing"),
}
"""Why a copy was made."""

LISTED = 12
"""So many papers are named; of more their number is said."""


def second_folder() -> Path | None:
    """The other folder of copies that was chosen, whether it is there now or not."""
    chosen = settings.remembered(SECOND_FOLDER)
    return Path(chosen).expanduser() if chosen else None


def moment(logged: str) -> str:
    """A moment of the log as the clock then showed it, «22.11.2026 14:32»; empty where there is none."""
    with suppress(ValueError):
        return f"{words.day(dt.date.fromisoformat(logged[:10]))} {logged[11:16]}"
    return logged


def made(copy: Copy) -> str:
    """When a copy was made by the computer's clock, «22.11.2026 14:30»."""
    at = copy.made_at
    return f"{words.day(at.date())} {at:%H:%M}" if at else "–"


def reason(copy: Copy) -> str:
    """Why a copy was made."""
    return _(REASONS[copy.why]) if copy.why in REASONS else copy.why


def held(holds: Holds) -> list[str]:
    """What a copy holds, in lines."""
    return [
        _("School: {name}").format(name=_in_language(holds.school_ky, holds.school_ru) or "–"),
        _("School years: {years}").format(years=", ".join(f"{year}-{year + 1}" for year in holds.years) or "–"),
        _("Records: {records}, finished papers: {papers}").format(records=holds.records, papers=holds.papers),
        _("Newest entry: {moment}").format(moment=moment(holds.newest_at) or "–"),
    ]


def lost(loss: Loss | None) -> list[str]:
    """What the data would lose if a copy took their place, in sentences."""
    if loss is None:
        return [_("The present data cannot be read, so nobody knows what was added after this copy.")]
    lines = [] if loss.papers or loss.events else [_("Nothing would be lost: this copy holds all that the data hold.")]
    for kind, sentence in _VANISHING.items():
        if gone := [each for each in loss.papers if each.kind == kind]:
            lines.append(_(sentence).format(papers=_enumerated(gone)))
            lines += [_("Their numbers are not given to other meetings.")] if kind == "protocol" else []
    if loss.events:
        since = _("Since {moment}: records that would be lost or go back: {records}, changes: {events}.")
        lines.append(since.format(moment=moment(loss.since), records=loss.records, events=loss.events))
    if loss.foreign:
        lines.append(_("Changes of this copy that the data do not have: {count}.").format(count=loss.foreign))
    return lines


def restored(kept: Path | None) -> str:
    """That a copy was put back, and where what was there before is kept."""
    if kept is None:
        return _("Restored.")
    copy = read_name(kept)
    if copy is None:
        return _("Restored. What was there before is kept: {file}").format(file=kept)
    return _("Restored. What was there before is kept as copy № {number}.").format(number=copy.number)


_VANISHING = {
    "protocol": N_("Finished protocols that this copy lacks: {papers}."),
    "plan": N_("Plans handed in that this copy lacks: {papers}."),
    "evaluation": N_("Closed evaluations that this copy lacks: {papers}."),
    "analysis": N_("Kept analyses that this copy lacks: {papers}."),
}


def _enumerated(papers: list[Paper]) -> str:
    """The papers, the newest of many by name and the rest by their number; of whom, where it is not one association."""
    several = len({(each.association_ky, each.association_ru) for each in papers}) > 1
    named = [_named(each, several) for each in papers[-LISTED:]]
    more = len(papers) - len(named)
    return ", ".join(([_("{count} older ones").format(count=more)] if more else []) + named)


def _named(paper: Paper, several: bool) -> str:
    """«№ 3 (2026-2027, 2-редакция)», «2026-2027» for a whole year."""
    known = [_part(paper), f"{paper.first_year}-{paper.first_year + 1}"]
    if several:
        known.append(_in_language(paper.association_ky, paper.association_ru))
    if paper.version > 1:
        known.append(_("version {number}").format(number=paper.version))
    first, *rest = [each for each in known if each]
    return f"{first} ({', '.join(rest)})" if rest else first


def _part(paper: Paper) -> str:
    """The meeting, or the part of the year; nothing for the whole year."""
    if paper.kind == "protocol":
        return f"№ {paper.number}"
    if paper.period == "month":
        return words.month(paper.number)
    if paper.period == "half":
        return _("half-year {number}").format(number=paper.number)
    return _("quarter {number}").format(number=paper.number) if paper.period == "quarter" else ""


def _in_language(ky: str, ru: str) -> str:
    return (ru or ky) if texts.language() == "ru" else (ky or ru)
