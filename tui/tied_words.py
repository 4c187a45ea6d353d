"""The words for records at the ends of ties: what kind they are and how they stand."""

from db.ties.rows import Tied
from tui import evaluation_words, plan_words, words
from tui.texts import N_, _

KINDS = {
    **{table: title for table, title in words.FOUND_KINDS.items() if table != "agenda_item"},
    "agenda_item": N_("Question"),
    "calendar_plan": N_("CTP"),
    "remark": N_("Remark"),
    "reward": N_("Reward proposal"),
    "analysis_step": N_("Step of the analysis"),
    "member_analysis": N_("Analysis of a member's work"),
    "attestation": N_("Category"),
    "mentoring": N_("Mentoring"),
}
"""Table → what a record of it is called."""

BRIEF = {
    "meeting": N_("Meeting"),
    "agenda_item": N_("Question"),
    "proposal": N_("Propos."),
    "task": N_("Task"),
    "plan_line": N_("Plan"),
    "activity": N_("Evt."),
    "observation": N_("Lesson"),
    "advice": N_("Advice"),
    "control_test": N_("Test"),
    "mark_sheet": N_("Marks"),
    "transition": N_("Contin."),
    "level_work": N_("Levels"),
    "standard_measure": N_("Measure"),
    "class_handover": N_("Handover"),
    "norm": N_("Document"),
    "curriculum_change": N_("Curric."),
    "calendar_plan": N_("CTP"),
    "study": N_("Study"),
    "letter": N_("Letter"),
    "remark": N_("Rem."),
    "journal_note": N_("Entry"),
    "vacancy": N_("Vacancy"),
    "evaluation": N_("Eval."),
    "criteria_version": N_("Criteria"),
    "appeal": N_("Appeal"),
    "reward": N_("Reward"),
    "analysis_step": N_("Year"),
    "member_analysis": N_("Analysis"),
    "course": N_("Training"),
    "attestation": N_("Categ."),
    "self_education": N_("Self-ed."),
    "practice": N_("Practice"),
    "mentoring": N_("Mentor"),
    "award": N_("Award"),
    "methodical_work": N_("Method."),
}
"""Table → the same in at most 9 letters, for a narrow column."""

STATES = {
    "planned": N_("Planned"),
    "held": N_("Held"),
    "cancelled": N_("Cancelled"),
    "parked": N_("Postponed"),
    "continued": N_("Goes on"),
    "replaced": N_("Replaced"),
    "void": N_("No longer in force"),
    "finished": N_("Finished"),
    "done": N_("Done"),
    "answered": N_("Answered"),
    "accepted": N_("Accepted"),
    "rejected": N_("Not accepted"),
    "postponed": N_("Postponed"),
    "merged": N_("Merged"),
    "closed": N_("Closed"),
    "adopted": N_("Adopted"),
    "draft": N_("Draft"),
    "proposed": N_("Proposed"),
    "granted": N_("Granted"),
    "refused": N_("Refused"),
}
"""Codes of every kind that say something; the rest («in force») goes without saying."""

OF_A_KIND = {
    "meeting": words.MEETING_STATES,
    "agenda_item": {code: STATES[code] for code in ("parked", "continued", "cancelled")},  # else it was simply held
    "task": words.TASK_STATES,
    "plan_line": {
        "proved": N_("Done"), "marked": plan_words.STATES["marked"], "partly": plan_words.STATES["partly"],
        "moved": plan_words.STATES["moved"], "cancelled": plan_words.STATES["cancelled"],
        "planned": plan_words.STATES["planned"], "reopened": plan_words.STATES["planned"],
    },
    "evaluation": evaluation_words.STATES,
    "appeal": evaluation_words.OUTCOMES,
}  # fmt: skip
"""Table → the words of its states where they are not the common ones."""


def kind(of: Tied) -> str:
    """«Тапшырма»."""
    return _(KINDS[of.table])


def title(of: Tied) -> str:
    """The record's own text; a meeting's is its number, an evaluation's its period."""
    if of.table == "evaluation":
        period, part, first_year = of.title.split()
        return evaluation_words.part(period, int(part), int(first_year))
    return f"№ {of.title}" if of.table in ("meeting", "criteria_version") else of.title


def state(of: Tied) -> str:
    """How it stands; nothing where that goes without saying."""
    source = OF_A_KIND.get(of.table, STATES).get(of.state, "")
    return _(source) if source else ""


def whole(of: Tied) -> str:
    """All of it in two lines: kind, day and state, then the whole text."""
    facts = [kind(of), words.day(of.day), state(of)]
    return "\n".join(filter(None, (" · ".join(fact for fact in facts if fact), title(of))))
