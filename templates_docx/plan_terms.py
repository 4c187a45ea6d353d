"""The words of a plan's line: its term and how it stands."""

from datetime import date
from gettext import NullTranslations

from templates_docx.catalogue import N_
from templates_docx.dates import short_date
from templates_docx.values import Record, Typed, open_end

MONTH_NAMES = (
    N_("the month January"),
    N_("the month February"),
    N_("the month March"),
    N_("the month April"),
    N_("the month May"),
    N_("the month June"),
    N_("the month July"),
    N_("the month August"),
    N_("the month September"),
    N_("the month October"),
    N_("the month November"),
    N_("the month December"),
)
"""A month that stands alone, in the nominative of both languages."""

STATES = {
    "done_in_time": N_("done in time"),
    "done_late": N_("done late"),
    "partly": N_("partly done"),
    "cancelled": N_("taken out of the plan"),
    "marked": N_("marked, not proved"),
    "overdue": N_("overdue"),
    "unplanned": N_("done beyond the plan"),
}
"""How a line stands, by the code of its state; a planned one leaves room to write by hand."""


def month_name(month: int, texts: NullTranslations) -> str:
    """Name a month, 1 to 12: «ноябрь»."""
    return texts.gettext(MONTH_NAMES[month - 1])


def day_and_month(day: str | None) -> str:
    """Write an ISO date as a plan does, «15.09», or nothing."""
    return date.fromisoformat(day).strftime("%d.%m") if day else ""


def term_text(term: Record, texts: NullTranslations) -> str:
    """Write a term: «15.09», «23.11–28.11», «ноябрь», «2-чейрек», «жыл бою»."""
    if term["kind"] in ("day", "span"):
        days = (day_and_month(term["begins"]), day_and_month(term["ends"]))
        return "–".join(dict.fromkeys(day for day in days if day))
    if term["kind"] == "month":
        return month_name(term["month"], texts)
    if term["kind"] == "quarter":
        return texts.gettext("quarter {number}").format(number=term["quarter"])
    return texts.gettext("all year")


def term_shown(line: Record) -> Record:
    """Return the term that a plan's paper names: the planned one, in a plan that got the line later the new one."""
    term: Record = line["moved_to"] if line.get("moved_in") else line["term"]
    return term


def month_text(term: Record, texts: NullTranslations) -> str:
    """Write the month of a term in a quarter's plan, «ноябрь–декабрь» where it goes on."""
    if term["kind"] in ("quarter", "year"):
        return texts.gettext("all quarter")
    days = [date.fromisoformat(day).month for day in (term["begins"], term["ends"]) if day]
    months = [term["month"]] if term["kind"] == "month" else days
    return "–".join(dict.fromkeys(month_name(month, texts) for month in months))


def state_text(line: Record, typed: Typed, texts: NullTranslations) -> str:
    """Write how a line stands: to when it was moved, what was done on which day, by which protocol, and why."""
    parts = []
    if line.get("moved_to"):
        parts.append(texts.gettext("moved to: {term}").format(term=term_text(line["moved_to"], texts)))
    if state := STATES.get(line["state"]):
        parts.append(", ".join([texts.gettext(state), *_proved(line, texts)]))
    stands, reason = "; ".join(parts), open_end(typed(line["reason"]))
    return f"{stands} ({reason})" if stands and reason else stands or reason


def _proved(line: Record, texts: NullTranslations) -> list[str]:
    """Return the day on which a line was done and the protocols that show it."""
    numbers = dict.fromkeys(proof["meeting_number"] for proof in line["proofs"] if proof["meeting_number"])
    protocols = [texts.gettext("protocol № {number}").format(number=number) for number in numbers]
    day = short_date(line["done_on"])
    return [day, *protocols] if day else protocols
