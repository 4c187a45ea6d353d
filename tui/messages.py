"""Sentences for the codes that the lower floors refuse with."""

from db.errors import Refused
from tui.texts import N_, _

SENTENCES: dict[str, str] = {
    "disk_full": N_("No room on the disk. Nothing typed is lost: make room and it is saved by itself."),
    "disk_error": N_("The disk does not take the data. Nothing typed is lost; it is tried again by itself."),
    "data_busy": N_("The data is being used by another program. Nothing typed is lost; it is tried again by itself."),
    "not_saved": N_("Not saved."),
    "nothing_to_undo": N_("There is nothing to take back."),
    "nothing_to_redo": N_("There is nothing to do again."),
    "required": N_("Fill this in."),
    "number_expected": N_("A number is expected here, for example 12 or 25,5."),
    "number_too_small": N_("The number must be at least {low}."),
    "number_too_large": N_("The number must be at most {high}."),
    "date_expected": N_("A date is expected here, for example 25.12.2026 or 25 December."),
    "not_found": N_("Not found: {text}"),
    "several_found": N_("Several fit: {names}"),
    "read_only": N_("These data can be looked at but not changed."),
    "text_too_long": N_("The text is too long: {length} characters, at most {limit} fit."),
}
"""Code → sentence (English source) with the names of the values in braces."""


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: Refused) -> str:
    """Say in the language spoken now why something was refused."""
    return explain(error.code, **error.values)


def explain(code: str, **values: object) -> str:
    """Say what a code means; an unknown one is shown as it is rather than hidden."""
    if code not in SENTENCES:
        return _("This cannot be done ({code}).").format(code=code)
    return _(SENTENCES[code]).format_map(_Values(values))
