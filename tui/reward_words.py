"""The words for proposals to reward somebody and for members' half-years."""

from db.analysis.members import Half
from db.rewards.rows import RewardRow, Suggestion
from db.rules.points import shown
from tui import words
from tui.texts import N_, _

STATES = {
    "draft": N_("Draft"),
    "proposed": N_("Proposed"),
    "granted": N_("Granted"),
    "refused": N_("Not granted"),
}
TEXTS = {
    "facts": N_("What was done"),
    "strong": N_("Strong sides"),
    "weak": N_("What to work on"),
    "conclusion": N_("Conclusion"),
    "advice": N_("Advice given"),
}
"""Parts of the analysis of a half-year."""
SHORT = {
    "facts": N_("facts"),
    "strong": N_("strong"),
    "weak": N_("weak"),
    "conclusion": N_("conclusion"),
    "advice": N_("advice"),
}
"""The same for a narrow column."""


def why(of: Suggestion) -> str:
    """Say why somebody is suggested: «1-орун, 92 упай · сыйлык жазылган эмес»."""
    said = []
    if "leading" in of.reasons:
        said.append(_("place {place} by points: {points}").format(place=of.place, points=shown(of.points)))
    if "long_ago" in of.reasons:
        last = _("last award: {year}").format(year=of.last_year) if of.last_year else _("no award is recorded")
        said.append(last)
    return " · ".join(said)


def meeting(of: RewardRow) -> str:
    """Which meeting discussed it: «№ 7»."""
    return f"№ {of.meeting_number}" if of.meeting_number is not None else ""


def whole(of: RewardRow) -> str:
    """How it stands, and the first grounds."""
    days = ((_("proposed"), of.proposed_on), (_("resolved"), of.resolved_on))
    facts = [f"{said}: {words.day(day)}" for said, day in days if day]
    number = f"№ {of.resolution_number}" if of.resolution_number else ""
    head = " · ".join(part for part in (of.name.listed, of.award, *facts, number) if part)
    lines = [line for line in of.grounds.splitlines() if line.strip()]
    return "\n".join([head, *(lines[:2] or [_("No grounds yet: Enter.")])])


def missing(of: Half) -> str:
    """What the analysis of a half-year still lacks."""
    if of.kept is None:
        return _("not written yet")
    return ", ".join(_(SHORT[name]) for name in of.missing)


def half_year(first_year: int, half: int) -> str:
    """Name a half-year: «2026-2027, 1-жарым жылдык»."""
    return f"{words.school_year(first_year)}, {half_name(half)}"


def half_name(half: int) -> str:
    """«1-жарым жылдык»."""
    return _("half-year {number}").format(number=half)
