"""What is said of data that could not be opened, and what can be done about it."""

import datetime as dt

from db.backups.contents import Loss
from db.backups.copies import Copy
from db.errors import Refused
from tui import backup_words, clock, messages, words
from tui.texts import N_, _

SENTENCES = {
    "data_empty": N_("The data file is empty (0 bytes): what was in it cannot be read any more."),
    "data_not_birikme": N_("This file is not a data file of Birikme. It was not changed: {file}"),
    "data_damaged": N_("The data file is damaged. It was not changed: {file}"),
    "data_newer": N_(
        "The data were made by a newer version of the program ({version}). They can be looked at but not changed."
    ),
    "migration_failed": N_(
        "The data of the older version could not be brought up to date. The file is as it was; a copy stands in "
        "backups: {copy}"
    ),
    "data_unopened": N_("The data file cannot be opened now ({reason}). It was not changed: {file}"),
    "folder_no_permission": N_("There is no right to write to this folder: {folder}"),
    "log_missing": N_(
        "The last sitting was cut off, and the file in which its last changes stood is gone: {file}. Put it back if "
        "you have it (in the recycle bin)."
    ),
    "data_lost": N_(
        "The data file is not in this folder any more: {folder}. If it was moved or is in the recycle bin, put it back."
    ),
    "data_missing": N_("There are no data in this folder: {folder}"),
}
"""Where the screen says more than the command line."""

READ_AT_ONCE = frozenset({"folder_no_permission", "data_read_only"})
"""Data in a folder without the right to write are opened for reading without a question."""

RESTORED = frozenset(
    {"data_lost", "data_empty", "data_not_birikme", "data_damaged", "data_newer", "migration_failed", "log_missing"}
)
READ = frozenset({"already_open", "data_newer"})
AGAIN = frozenset(
    {
        "data_lost",
        "log_missing",
        "already_open",
        "data_unopened",
        "folder_no_permission",
        "file_disk_full",
        "file_not_written",
    }
)
UNCERTAIN = frozenset({"data_lost", "data_empty", "data_not_birikme", "data_damaged", "log_missing"})
"""What the file shows need not be all that was in it."""

BEGUN_ANEW = frozenset({"data_lost", "data_empty", "data_not_birikme", "data_damaged"})
"""Only where no whole copy is left."""

SCREENED = frozenset(SENTENCES) | READ_AT_ONCE | AGAIN | {"folder_forbidden"}
"""What is refused at the opening and asked about on a screen."""

ANSWERS = {
    "read": N_("Open it to look at only"),
    "restore": N_("Put this copy back"),
    "other": N_("Choose another copy"),
    "salvage": N_("Read out of the damaged file what can be read"),
    "again": N_("Try once more"),
    "rest": N_("Open what is left, without those changes"),
    "folder": N_("Choose another folder"),
    "anew": N_("Begin anew; this file is kept aside"),
    "leave": N_("Quit"),
}
_ORDER = {
    "folder_no_permission": ("folder", "again", "leave"),
    "data_newer": ("read", "restore", "other", "folder", "leave"),
    "log_missing": ("again", "rest", "restore", "other", "folder", "leave"),
}
_USUAL = ("read", "restore", "other", "salvage", "again", "anew", "folder", "leave")


def answers(code: str, copy: Copy | None) -> list[str]:
    """What can be done, the best first: Enter does it."""
    possible = {"folder", "leave", *(["rest"] if code == "log_missing" else [])}
    possible |= {name for name, codes in (("read", READ), ("again", AGAIN)) if code in codes}
    if code == "data_damaged":
        possible.add("salvage")
    if copy is not None and code in RESTORED:
        possible |= {"restore", "other"}
    if copy is None and code in BEGUN_ANEW:
        possible.add("anew")
    return [name for name in _ORDER.get(code, _USUAL) if name in possible]


def sentence(error: Refused) -> str:
    """What happened."""
    since = error.values.get("since")
    if isinstance(since, dt.datetime):
        said = _("Birikme is open already: {who}, {since}.")
        return said.format(who=error.values.get("who") or "…", since=moment(since))
    if error.code == "already_open":
        return _("Birikme is open already.")
    if error.code not in SENTENCES:
        return messages.sentence(error)
    return _(SENTENCES[error.code]).format_map(error.values)


def loss(code: str, copy: Copy | None, lost: Loss | None) -> str:
    """What putting the newest whole copy back would cost; empty where nothing is put back."""
    if code not in RESTORED:
        return ""
    if copy is None:
        return "" if code == "data_newer" else _("There is no whole copy in this folder.")
    lines = [_("Newest whole copy: {moment}.").format(moment=backup_words.made(copy)), *backup_words.lost(lost)]
    return "\n".join([*lines, _("The present file is kept aside.")])


def moment(at: dt.datetime) -> str:
    """Day and time of the clock here; of today only the time."""
    here = at.astimezone() if at.tzinfo else at
    time = here.strftime("%H:%M")
    return time if here.date() == clock.today() else f"{words.day(here.date())}, {time}"
