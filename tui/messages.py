"""Sentences for the codes that the lower floors refuse with."""

import datetime as dt

from db.errors import Refused
from tui import sentences
from tui.texts import N_, _

SENTENCES: dict[str, str] = {
    **sentences.DATA,
    **sentences.CHECK,
    **sentences.PAPERS,
    **sentences.IMPORT,
    **sentences.PLAN,
    **sentences.NORMS,
    **sentences.CURRICULUM,
    **sentences.EVENTS,
    **sentences.STAFFING,
    **sentences.OBSERVATIONS,
    **sentences.TESTS,
    **sentences.TASKS,
    **sentences.EVALUATIONS,
    **sentences.GROWTH,
    **sentences.MARKS,
    "disk_full": N_("No room on the disk. Nothing typed is lost: make room and it is saved by itself."),
    "disk_error": N_("The disk does not take the data. Nothing typed is lost; it is tried again by itself."),
    "data_gone": N_(
        "The data file was moved or deleted, or another one lies in its place. Nothing typed is lost: put the file "
        "back and it is saved by itself."
    ),
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
    "term_expected": N_("A term is expected here: a day 15,11, a month, a quarter, or the whole year."),
    "read_only": N_("Reading only: these data can be looked at but not changed."),
    "given_missing": N_("The given name is missing: surname, given name, patronymic."),
    "already_member": N_("Someone of this name is a member already."),
    "member_has_role": N_("The leader or the secretary cannot be removed: appoint another one first (Settings)."),
    "until_before_since": N_("This day is before the day from which she is a member: {since}."),
    "record_missing": N_("This record is no longer there."),
    "value_not_allowed": N_("This value is not allowed here."),
    "month_out_of_range": N_("The month is a number from 1 to 12; 0 means any."),
    "year_out_of_range": N_("The year must be between 2000 and 2100."),
    "day_outside_year": N_("This day is outside the school year."),
    "span_expected": N_("Two days are expected here, for example 01.09 04.11."),
    "span_reversed": N_("The last day is before the first."),
    "span_overlap": N_("This overlaps with another quarter."),
    "span_order": N_("The quarters must follow one another."),
    "four_quarters": N_("All four quarters are needed."),
    "time_expected": N_("A time is expected here, for example 14.10."),
    "number_taken": N_("This number is taken: № {number}. Choose another one."),
    "number_out_of_range": N_("The number must be between {least} and {most}."),
    "end_before_start": N_("The end is before the beginning ({start})."),
    "reason_missing": N_("Write the reason: it stays in the records."),
    "final_protocol": N_("A finished protocol is not changed. Make a new version for an amendment: F4."),
    "closed_evaluation": N_("A closed evaluation is not changed. It can be opened again with a reason."),
    "protocol_not_final": N_("The protocol of this meeting is not finished yet."),
    "votes_unclear": N_("Type up to three numbers: against, abstained, not voting."),
    "votes_too_many": N_("More votes than voters: {voters} may vote here."),
    "items_reversed": N_("She cannot leave before she came."),
    "item_number_expected": N_("A question's number is expected here, for example 2."),
    "minutes_out_of_range": N_("The minutes must be between {least} and {most}."),
    "name_missing": N_("The name is missing."),
    "signed_before_held": N_("The protocol cannot be signed before the meeting was held ({held})."),
    "version_missing": N_("There is no such version of this protocol."),
    "meeting_held": N_("Meeting № {number} was begun already: it can be called off, not removed."),
    "meeting_ended": N_("Meeting № {number} has ended: it cannot be called off any more."),
    "meeting_cancelled": N_("Meeting № {number} was called off."),
    "deadline_missing": N_("Say until which day the term is extended."),
    "document_unknown": N_("There is no document of this name: {name}."),
    "meeting_missing": N_("No meeting has been held yet."),
    "item_missing": N_("There is no question {number} on this agenda."),
    "folder_expected": N_("Write the folder from its beginning, for example ~/Documents or C:/Papers."),
    "file_disk_full": N_("The file was not written: no room on the disk. The older file is unchanged."),
    "file_open": N_("The file is open in Word. Close it, then try again: {name}"),
    "folder_forbidden": N_("This folder may not be written to: {folder}. Choose another one with F4."),
    "file_not_written": N_("The file was not written: {name} ({reason})"),
    "file_broken": N_("This is not a Word file, or it is damaged: {name}"),
    "file_unsafe": N_("This file looks dangerous and was not opened: {name}"),
    "template_broken": N_("The template cannot be read: {name} ({reason})"),
    "template_forbidden": N_("The template holds forbidden code: {name}. No document was made."),
    "template_unknown_field": N_("Unknown field in the template: {name}. Perhaps: {nearest}?"),
    "template_too_long": N_("The template makes a document that is too long."),
    "surname_missing": N_("The surname is missing."),
    "file_missing": N_("There is no such file: {file}"),
    "file_exists": N_("There is such a file already: {file}. Type another name."),
    "workbook_not_xlsx": N_("This is not an Excel file (.xlsx), or it is damaged."),
    "workbook_unsafe": N_("This file looks dangerous and was not opened."),
    "workbook_too_large": N_("The file is too large: at most {limit} {what} can be read."),
    "workbook_no_header": N_("No column «Surname» or «Full name» was found in the first ten rows."),
    "workbook_has_problems": N_("Rows with mistakes: {count}. Nothing was taken over."),
    "text_too_long": N_("The text is too long: {length} characters, at most {limit} fit."),
}
"""Code → sentence (English source) with the names of the values in braces."""

UNITS = {"mb": N_("MB"), "rows": N_("rows"), "columns": N_("columns")}
"""What a limit counts, by the code that stands in `what`."""


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
    shown = {name: _shown(value) for name, value in values.items()}
    if values.get("what") in UNITS:
        shown["what"] = _(UNITS[str(values["what"])])
    return _(SENTENCES[code]).format_map(_Values(shown))


def _shown(value: object) -> object:
    """A day as «22.11.2026», a moment as «14:05», a list with commas."""
    if isinstance(value, dt.datetime):
        return value.strftime("%H:%M")
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
