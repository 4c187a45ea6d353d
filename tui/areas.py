"""Where one can go: screens by name, imported when they are first shown."""

from importlib import import_module
from typing import Any

from textual.screen import Screen

AREAS = (
    "home",
    "meetings",
    "plan",
    "events",
    "tasks",
    "journal",
    "papers",
    "members",
    "settings",
)
"""The main areas in the order of F6."""

COME_BACK_TO = frozenset({"meeting", "observation"})
"""Screens that are open again after a power cut."""

SCREENS = {
    "home": "tui.screens.home:HomeScreen",
    "meetings": "tui.screens.meetings:MeetingsScreen",
    "meeting": "tui.screens.meeting.screen:MeetingScreen",
    "protocol": "tui.screens.protocol:ProtocolScreen",
    "plan": "tui.screens.plan:PlanScreen",
    "events": "tui.screens.events.list:EventsScreen",
    "tasks": "tui.screens.tasks:TasksScreen",
    "journal": "tui.screens.journal.journal:JournalScreen",
    "papers": "tui.screens.journal.folder:FolderScreen",
    "staffing": "tui.screens.journal.staffing:StaffingScreen",
    "members": "tui.screens.members:MembersScreen",
    "member": "tui.screens.member:MemberScreen",
    "settings": "tui.screens.settings:SettingsScreen",
    "observation": "tui.screens.observations.screen:SheetScreen",
    "find": "tui.screens.find:FindScreen",
    "start": "tui.screens.start:StartScreen",
}
"""Screen name → dotted place of its class; values are handed over by name when it is opened."""


def make(place: str, *args: Any, **values: Any) -> Screen[Any]:
    """Import the class at `package.module:Class` (or the name of a screen) and make one."""
    module, _colon, name = SCREENS.get(place, place).partition(":")
    screen: Screen[Any] = getattr(import_module(module), name)(*args, **values)
    return screen
