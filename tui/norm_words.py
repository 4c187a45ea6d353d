"""The words for normative documents and their study, and how lists name them."""

import datetime as dt

from db.norms.rows import NormRow, Reader
from tui import words
from tui.person_words import ROLES
from tui.texts import N_, _

KINDS = {
    "other": N_("document"),
    "law": N_("law"),
    "decree": N_("decree"),
    "order": N_("order"),
    "regulation": N_("regulation"),
    "instruction": N_("instruction"),
    "standard": N_("standard"),
    "programme": N_("programme"),
    "letter": N_("letter"),
}
STATES = {"in_force": N_("In force"), "replaced": N_("Replaced"), "void": N_("No longer in force")}
STUDY = {
    "none": "",
    "due": N_("Not studied yet"),
    "overdue": N_("Overdue"),
    "left": N_("Not by all"),
    "studied": N_("Studied"),
}
STYLES = {"overdue": "error", "left": "warning", "studied": "good"}
SIGNS = {"none": " ", "due": "□", "overdue": "!", "left": "▪", "studied": "■"}
WHY = {
    "read": N_("Acquainted"),
    "waiting": N_("Not studied yet"),
    "joined": N_("Joined later"),
    "absent": N_("Was absent"),
    "left": N_("Not yet"),
}
"""Why somebody is or is not acquainted with a document."""


def named(of: NormRow) -> str:
    """«Мамлекеттик стандарт, № 545/1, 20.08.2026»."""
    number = f"№ {of.number}" if of.number else ""
    return ", ".join(filter(None, (of.title, number, words.day(of.issued_on))))


def when(of: NormRow) -> str:
    """When it was studied, else on which agenda it stands, else by when it is to be studied."""
    if of.studied_on:
        return f"№ {of.meeting_number} {of.studied_on:%d.%m.%y}"
    if of.meeting_number:
        return f"→ № {of.meeting_number} {of.held_on:%d.%m}" if of.held_on else f"→ № {of.meeting_number}"
    return f"→ {words.day(of.study_by)}" if of.study_by else ""


def state(of: NormRow, today: dt.date) -> str:
    """How it stands, in a few letters."""
    if of.state != "in_force":
        return _(STATES[of.state])
    found = STUDY[of.study(today)]
    return _(found) if found else ""


def facts(of: NormRow, today: dt.date) -> list[tuple[str, str]]:
    """The fields that say something, with their names."""
    force = _(STATES[of.state]) + (f": {of.newer_title}" if of.newer_title else "")
    return [(name, value) for name, value in (
        (_("Kind"), _(KINDS[of.kind])),
        (_("Number, day"), ", ".join(filter(None, (of.number and f"№ {of.number}", words.day(of.issued_on))))),
        (_("Issued by"), of.issuer),
        (_("State"), force),
        (_("To study by"), words.day(of.study_by)),
        (_("Studied"), studied(of, today)),
        (_("File"), of.file_name),
        (_("Note"), of.note),
    ) if value]  # fmt: skip


def brief(of: NormRow, today: dt.date) -> str:
    """The same on a line or two under a list."""
    force = _(STATES[of.state]) + (f": {of.newer_title}" if of.newer_title else "")
    by = f"{_('To study by')}: {words.day(of.study_by)}" if of.study_by else ""
    return " · ".join(filter(None, (_(KINDS[of.kind]), of.issuer, force, by, studied(of, today), of.note)))


def studied(of: NormRow, today: dt.date) -> str:
    """At which meeting it was studied or will be, and by how many members."""
    place = ""
    if of.meeting_number:
        place = _("Meeting № {number}, {day}").format(number=of.meeting_number, day=words.day(of.held_on))
        place += "" if of.studied_on else f" ({_('on its agenda')})"
    count = _("acquainted: {read} of {members}").format(read=of.read, members=of.members) if of.read else ""
    late = state(of, today) if of.study(today) == "overdue" else ""
    return " · ".join(filter(None, (place, count, late)))


def office(of: Reader) -> str:
    """A member's role, else the classes and subjects."""
    roles = ", ".join(_(ROLES[role]) for role in of.roles)
    gone = "" if of.member else _("no longer a member")
    return gone or roles or " · ".join(filter(None, (of.classes, of.subjects)))
