"""Staffing: hours and classes without a teacher, who fills in, to whom it was reported."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values, signed


def staffing_values(heading: Record, vacancies: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the table of a school year.

    A vacancy is {"subject", "classes", "hours": lessons a week or None, "since": ISO, "reason", "filler": NAME or
    None, "filled_how", "filled_since": ISO or None, "reported_to", "reported_on", "closed_on", "days": how long it
    was open, "note"}; `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    rows = [_row(number, each, typed, words) for number, each in enumerate(vacancies, 1)]
    left = sum(not each["closed_on"] for each in vacancies)
    hours = sum(each["hours"] or 0 for each in vacancies if not each["closed_on"])
    summary = words.gettext("Without a teacher now: {count}, hours a week: {hours}.").format(count=left, hours=hours)
    values = heading_values(heading, typed, words) | {"year": year, "rows": rows, "summary": summary if rows else ""}
    return Filled(values, words.gettext("Staffing, {year}").format(year=year), typed.untranslated)


def _row(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    hours = words.gettext("{hours} h").format(hours=of["hours"]) if of["hours"] else ""
    closed = short_date(of["closed_on"])
    days = words.gettext("{days} days").format(days=of["days"])
    state = words.gettext("closed {date}, open for {days}").format(date=closed, days=days)
    return {
        "number": number,
        "what": _joined((typed(of["subject"]), of["classes"], hours)),
        "since": short_date(of["since"]),
        "reason": typed(of["reason"]),
        "filled": _joined((signed(of["filler"]), typed(of["filled_how"]), short_date(of["filled_since"])), "\n"),
        "reported": _joined((typed(of["reported_to"]), short_date(of["reported_on"])), "\n"),
        "state": state if closed else words.gettext("open for {days}").format(days=days),
        "note": typed(of["note"]),
    }


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
