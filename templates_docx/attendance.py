"""Who took part, as a protocol prints it: the present with their hours, the absent with reasons, guests, quorum."""

from gettext import NullTranslations

from templates_docx.catalogue import N_
from templates_docx.dates import clock
from templates_docx.values import Record, Typed, Values

REASONS = {
    "ill": N_("because of illness"),
    "business_trip": N_("on a business trip"),
    "course": N_("on a course"),
    "leave": N_("on leave"),
    "child_leave": N_("on child-care leave"),
    "teaching": N_("teaching at that time"),
    "other_school": N_("lessons in another school"),
    "sent": N_("sent by the office"),
    "family": N_("for family reasons"),
    "excused": N_("excused"),
    "unexcused": N_("unexcused"),
}
"""Why a member was absent, by the code of `attendance.reason`."""


def attendance_values(content: Record, typed: Typed, texts: NullTranslations) -> Values:
    """Return the lines about attendance; a line that has nothing to say is empty."""
    present, absent = content["present"], content["absent"]
    return {
        "present_count": people(len(present), texts) if present else "",
        "present": ", ".join(_bracketed(row["name"]["listed"], _hours(row, texts)) for row in present),
        "absent_count": str(len(absent)) if absent else "",
        "absent": ", ".join(_bracketed(row["name"]["listed"], _reason(row, typed, texts)) for row in absent),
        "guests": "; ".join(guest["name"] + _role(typed(guest["role"])) for guest in content["guests"]),
        "quorum": _quorum(content["quorum"], texts),
    }


def people(count: int, texts: NullTranslations) -> str:
    """Count people: «7 адам», «7 человек», «2 человека»."""
    return texts.ngettext("{count} person", "{count} people", count).format(count=count)


def _bracketed(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name


def _role(role: str) -> str:
    return f", {role}" if role else ""


def _hours(row: Record, texts: NullTranslations) -> str:
    first, last = row["from_item"], row["until_item"]
    notes = [texts.gettext("online")] if row["online"] else []
    if row["arrived"] and (first or 1) == 1:
        notes.append(texts.gettext("came at {time}").format(time=clock(row["arrived"])))
    if first is not None and first > 1:
        pattern = N_("from the second item") if first == 2 else N_("from item {first}")
        notes.append(texts.gettext(pattern).format(first=first))
    if last is not None:
        notes.append(texts.gettext("until item {last}").format(last=last))
    return ", ".join(notes)


def _reason(row: Record, typed: Typed, texts: NullTranslations) -> str:
    code, text = row["reason"], typed(row["reason_text"])
    if code not in REASONS or (text and code == "excused"):
        return text
    reason = texts.gettext(REASONS[code])
    return f"{reason}, {text}" if text else reason


def _quorum(quorum: Record, texts: NullTranslations) -> str:
    if not quorum["members"]:
        return ""
    met = N_("Quorum: members {members}, present {present}.")
    missed = N_("No quorum: members {members}, present {present}.")
    pattern = met if quorum["met"] else missed
    return texts.gettext(pattern).format(members=quorum["members"], present=quorum["present"] or texts.gettext("none"))
