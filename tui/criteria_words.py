"""The words for criteria: how they count, which records propose their points, for whom they are meant."""

from db.evaluations.criteria_rows import CriteriaSectionRow, CriterionRow, VersionRow
from db.rules.points import shown
from tui import texts, words
from tui.texts import N_, _

RULES = {
    "level": N_("by level"),
    "item": N_("each one"),
    "once": N_("once"),
    "minus": N_("takes away"),
}
RULES_WHOLE = {
    "level": N_("by level: the best step reached counts"),
    "item": N_("each one counts, up to the cap"),
    "once": N_("once: the best one counts"),
    "minus": N_("takes points away, up to the cap"),
}
SCOPES = {"all": N_("everyone"), "primary": N_("primary school"), "middle": N_("middle school and above")}
SOURCES = {
    "": N_("nothing: a person says"),
    "quality": N_("quality of her classes"),
    "quality_growth": N_("growth of quality"),
    "pass_rate": N_("pass rate"),
    "transition": N_("transition to the middle school"),
    "open_lesson": N_("open lessons"),
    "extracurricular": N_("extracurricular work, weeks"),
    "contest": N_("contests, olympiads"),
    "methodical_work": N_("methodical work"),
    "practice": N_("best practice"),
    "visit": N_("visits to lessons"),
    "course": N_("courses"),
    "mentoring": N_("mentoring"),
    "attendance": N_("attendance of meetings"),
    "leadership": N_("leader or secretary"),
    "tasks": N_("tasks on time"),
}
"""Which records propose the points."""
HELP = {
    "": N_("Steps are words: no remarks 5; one 3."),
    "quality": N_("Her mark sheets of the period, in percent: 60 10; 45 7; 30 4."),
    "quality_growth": N_("Against the quarter before, in percentage points: 5 5; 0 3."),
    "pass_rate": N_("Her mark sheets of the period, in percent: 100 5; 95 3."),
    "transition": N_("Her former class in the middle school: the fall that is borne, in points: 5 5; 10 3."),
    "open_lesson": N_("Open lessons that she gave, by level: school 3; district 5."),
    "extracurricular": N_("Events that she answered for; a week's organiser apart: event 2; organiser of a week 4."),
    "contest": N_("First to third places of her pupils, by level: school 1; district 3."),
    "methodical_work": N_("Reports at meetings, seminars, publications: seminar 3; publication 4."),
    "practice": N_("Her experience described, or spread above the school."),
    "visit": N_("Each lesson that she visited and analysed: 1."),
    "course": N_("Courses that ended in the period: 3."),
    "mentoring": N_("A young teacher whom she helps: 3."),
    "attendance": N_("Meetings missed without a reason: 0 5; 1 3."),
    "leadership": N_("She leads the association or keeps its protocols: 5."),
    "tasks": N_("Tasks that were late: 0 5; 1 3. Without a step for 0 only late ones say something."),
}
"""What exactly is counted, and how its steps are typed."""


def counted(source: str) -> str:
    """What exactly a source counts, and how its steps are typed."""
    return _(HELP[source])


def state(of: VersionRow) -> str:
    """«долбоор», or since when and by whom it is adopted."""
    if not of.adopted:
        return _("draft")
    return " ".join(part for part in (_("adopted"), words.day(of.adopted_on)) if part)


def adopted_by(of: VersionRow) -> str:
    """Which meeting or council adopted it; nothing of a draft."""
    if of.meeting_number is not None:
        return _("Meeting № {number} of the association").format(number=of.meeting_number)
    return of.adopted_by


def title(of: CriterionRow | CriteriaSectionRow) -> str:
    """Its name in the language of the screen."""
    return of.title(side())


def about(of: CriterionRow) -> str:
    """What is looked at, what proves it, which records propose its points."""
    indicator, proof = (of.indicator_ky, of.proof_ky) if side() == "ky" else (of.indicator_ru, of.proof_ru)
    lines = (
        _(RULES_WHOLE[of.rule]) + (f" · {indicator}" if indicator else ""),
        _("Proposed from: {source}").format(source=_(SOURCES[of.source])) if of.source else "",
        _("Proved by: {proof}").format(proof=proof) if proof else "",
    )
    return "\n".join(line for line in lines if line)


def most(of: CriterionRow) -> str:
    """«10»; of what takes away «−5»."""
    return shown(-of.most if of.rule == "minus" else of.most)


def side() -> str:
    """In which of their two languages criteria are shown: that of the screen."""
    return "ru" if texts.language() == "ru" else "ky"
