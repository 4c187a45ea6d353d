"""Where one can go: screens by name, imported when they are first shown."""

from importlib import import_module
from typing import Any

from textual.screen import Screen

from db import kept
from tui import current
from tui.texts import N_

AREAS = (
    "home",
    "meetings",
    "plan",
    "events",
    "quality",
    "tests",
    "curriculum",
    "norms",
    "tasks",
    "evaluations",
    "analysis",
    "journal",
    "papers",
    "members",
    "settings",
)
"""The main areas in the order of F6."""

TITLES = {
    "home": N_("Home"),
    "meetings": N_("Meetings"),
    "plan": N_("Work plan"),
    "events": N_("Events"),
    "quality": N_("Quality of knowledge"),
    "tests": N_("Tests"),
    "curriculum": N_("Curriculum, calendar plans"),
    "norms": N_("Normative documents"),
    "tasks": N_("Tasks"),
    "evaluations": N_("Evaluation of teachers"),
    "analysis": N_("Year-end analysis"),
    "journal": N_("Association's journal"),
    "papers": N_("Papers"),
    "members": N_("Members"),
    "settings": N_("Settings"),
}
"""What an area is called in the menu, English sources."""

SWITCHED = {
    "quality": "quality", "tests": "tests", "curriculum": "curriculum", "norms": "norms", "evaluations": "evaluations",
}  # fmt: skip
"""Area → the kind of records without which there is nothing in it (`db.kept.KINDS`)."""

COME_BACK_TO = frozenset({"meeting", "observation"})
"""Screens that are open again after a power cut."""

SCREENS = {
    "home": "tui.screens.home:HomeScreen",
    "meetings": "tui.screens.meetings:MeetingsScreen",
    "meeting": "tui.screens.meeting.screen:MeetingScreen",
    "protocol": "tui.screens.protocol:ProtocolScreen",
    "plan": "tui.screens.plan:PlanScreen",
    "events": "tui.screens.events.list:EventsScreen",
    "quality": "tui.screens.quality.overview:QualityScreen",
    "marks": "tui.screens.quality.marks:MarksScreen",
    "classes": "tui.screens.quality.classes:ClassesScreen",
    "quality-year": "tui.screens.quality.year:YearRulesForm",
    "transition": "tui.screens.quality.transition:TransitionScreen",
    "levels": "tui.screens.quality.levels:LevelsScreen",
    "standard": "tui.screens.quality.standard:StandardScreen",
    "handovers": "tui.screens.quality.handovers:HandoversScreen",
    "curriculum": "tui.screens.curriculum.changes:CurriculumScreen",
    "norms": "tui.screens.norms.norms:NormsScreen",
    "norm": "tui.screens.norms.norm:NormScreen",
    "tests": "tui.screens.control_tests.register:ControlTestsScreen",
    "tasks": "tui.screens.tasks:TasksScreen",
    "evaluations": "tui.screens.evaluations.periods:EvaluationsScreen",
    "analysis": "tui.screens.analysis.screen:AnalysisScreen",
    "journal": "tui.screens.journal.journal:JournalScreen",
    "papers": "tui.screens.journal.folder:FolderScreen",
    "staffing": "tui.screens.journal.staffing:StaffingScreen",
    "members": "tui.screens.members:MembersScreen",
    "member": "tui.screens.member:MemberScreen",
    "growth": "tui.screens.growth.list:GrowthScreen",
    "growths": "tui.screens.growth.list:AllGrowth",
    "half-years": "tui.screens.analysis.members:MemberAnalysesScreen",
    "rewards": "tui.screens.rewards.list:RewardsScreen",
    "settings": "tui.screens.settings:SettingsScreen",
    "backups": "tui.screens.backups:BackupsScreen",
    "observation": "tui.screens.observations.screen:SheetScreen",
    "find": "tui.screens.find:FindScreen",
    "start": "tui.screens.start:StartScreen",
}
"""Screen name → dotted place of its class; values are handed over by name when it is opened."""


def shown() -> list[str]:
    """The areas that the association has, in the order of F6: what a school does not keep is left out."""
    off = kept.not_kept(current.association_id())
    return [name for name in AREAS if SWITCHED.get(name, "") not in off]


def make(place: str, *args: Any, **values: Any) -> Screen[Any]:
    """Import the class at `package.module:Class` (or the name of a screen) and make one."""
    module, _colon, name = SCREENS.get(place, place).partition(":")
    screen: Screen[Any] = getattr(import_module(module), name)(*args, **values)
    return screen
