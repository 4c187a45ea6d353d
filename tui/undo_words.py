"""What an undone or redone action was about, in a person's words."""

from typing import Protocol

from tui.texts import N_, _

SUBJECTS = {
    "activity": N_("an event"),
    "damage": N_("a damaged record"),
    "activity_result": N_("a result of an event"),
    "advice": N_("a piece of advice"),
    "analysis": N_("the analysis"),
    "appeal": N_("an appeal"),
    "appointment": N_("leader or secretary"),
    "aspect": N_("an aspect of a lesson"),
    "association": N_("the association"),
    "attendance": N_("attendance"),
    "calendar": N_("the school year's dates"),
    "calendar_plan": N_("a calendar plan"),
    "candidate": N_("a candidate"),
    "class_handover": N_("the handover of a class"),
    "class": N_("a class"),
    "class_move": N_("a pupil who came or left"),
    "class_result": N_("the outcome of a class"),
    "control_test": N_("a test"),
    "criteria": N_("a version of the criteria"),
    "criteria_section": N_("a section of the criteria"),
    "criterion": N_("a criterion"),
    "curriculum": N_("a change of the curriculum"),
    "decision": N_("a decision"),
    "evaluation": N_("an evaluation"),
    "evaluation_switch": N_("a setting"),
    "growth": N_("a record of a teacher's growth"),
    "guest": N_("a guest"),
    "item": N_("an agenda item"),
    "letter": N_("a letter"),
    "level_work": N_("work by level"),
    "marks": N_("marks"),
    "meeting": N_("meeting"),
    "member": N_("a member"),
    "member_analysis": N_("the analysis of a member's work"),
    "note": N_("a note of the journal"),
    "norm": N_("a document"),
    "observation": N_("a lesson analysis"),
    "person": N_("a member"),
    "phrase": N_("a stock phrase"),
    "plan": N_("the work plan"),
    "plan_head": N_("the title page of the plan"),
    "plan_line": N_("a line of the plan"),
    "plan_section": N_("a section of the plan"),
    "proposal": N_("a proposal"),
    "protocol": N_("protocol"),
    "quality_year": N_("the rules of marks"),
    "remark": N_("a remark"),
    "reward": N_("a proposal to reward"),
    "school": N_("the school"),
    "settings": N_("a setting"),
    "speech": N_("a speech"),
    "standard_measure": N_("a measure for the standard"),
    "study": N_("a study"),
    "study_part": N_("what was looked at"),
    "task": N_("a task"),
    "text": N_("what was typed"),
    "transition": N_("continuity"),
    "vacancy": N_("hours without a teacher"),
    "vote": N_("a vote"),
}
"""By the first word of the action's code."""
NUMBERED = frozenset({"meeting", "protocol"})
CODES = frozenset({"analysis", "appointment", "calendar", "plan", "plan_head", "remark", "settings"})
"""Of these the records name the subject by a code, which says nothing to a person; who got a remark is not said."""


class Done(Protocol):
    """What is known of an action that was taken back or done again."""

    @property
    def action(self) -> str:
        """Its code, such as `decision.own`."""

    @property
    def subject(self) -> str:
        """What it was about as the records name it, or nothing."""


def what(done: Done) -> str:
    """Say what an action was about; empty where nothing is known of it."""
    topic = done.action.partition(".")[0]
    kind = _(SUBJECTS[topic]) if topic in SUBJECTS else ""
    if topic in NUMBERED and done.subject.isdigit():
        return f"{kind} № {done.subject}"
    return " – ".join(filter(None, (kind, "" if topic in CODES else done.subject)))
