"""The association's journal in words: the same sentences as on its paper."""

from gettext import NullTranslations

from db.journal.reading import Entry
from templates_docx import catalogue, journal
from templates_docx.compose.journal import plain
from tui import texts
from tui.texts import N_

GROUPS = {
    "": N_("Everything"),
    "meetings": N_("Meetings"),
    "tasks": N_("Tasks"),
    "activities": N_("Lessons, events"),
    "tests": N_("Tests"),
    "teaching": N_("Documents, curriculum"),
    "papers": N_("Studies, letters"),
    "plan": N_("Plan"),
    "people": N_("Members, staffing"),
    "growth": N_("Growth of the members"),
    "notes": N_("Notes"),
}
"""The kinds by which the journal is filtered, by the code of `db.journal.sources.GROUPS`."""


def sentence(entry: Entry) -> str:
    """What happened, in the language of the screen."""
    spoken = texts.language()
    words = catalogue.texts(spoken) if spoken == "ky" or spoken == "ru" else NullTranslations()
    return journal.sentence(plain(entry), words)


def who(entry: Entry) -> str:
    """Who is named."""
    return ", ".join(name.listed for name in entry.people)
