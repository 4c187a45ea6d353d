"""The association's journal: what happened, by date. The sentences stand on the screen and on paper alike."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.plan_terms import month_name
from templates_docx.values import Filled, Record, Typed, capital, signed

WHAT = {
    "meeting_held": N_("Meeting № {number} was held"),
    "meeting_cancelled": N_("Meeting № {number} was called off"),
    "protocol_finished": N_("The protocol of meeting № {number} was finished"),
    "protocol_amended": N_("The protocol of meeting № {number} was amended"),
    "protocol_signed": N_("The protocol of meeting № {number} was signed"),
    "task_done": N_("Task done"),
    "task_closed": N_("Task off control"),
    "activity_held": N_("{sort} – held"),
    "activity_cancelled": N_("{sort} – called off"),
    "activity_moved": N_("{sort} – moved from {earlier}"),
    "lesson_analysed": N_("Lesson analysed"),
    "test_held": N_("{sort} – held"),
    "test_cancelled": N_("{sort} – called off"),
    "norm_studied": N_("Normative document studied at meeting № {number}"),
    "curriculum_changed": N_("Change of the curriculum"),
    "plans_considered": N_("Calendar plans considered: {number}"),
    "corrections_considered": N_("Corrected calendar plans considered ({number})"),
    "study_finished": N_("Study of teaching finished"),
    "letter_written": N_("Letter written"),
    "plan_handed_in": N_("{sort} – handed in"),
    "plan_considered": N_("{sort} – considered"),
    "plan_agreed": N_("{sort} – agreed"),
    "plan_approved": N_("{sort} – approved"),
    "vacancy_opened": N_("Left without a teacher"),
    "vacancy_filled": N_("Hours without a teacher are filled in"),
    "vacancy_closed": N_("Hours have a teacher again"),
    "members_joined": N_("New members: {number}"),
    "members_left": N_("Members who left: {number}"),
    "leader_elected": N_("Leader of the association elected"),
    "leader_appointed": N_("Leader of the association appointed"),
    "secretary_elected": N_("Secretary of the association elected"),
    "secretary_appointed": N_("Secretary of the association appointed"),
    "course_taken": N_("Course of further training"),
    "category_second": N_("Second category given"),
    "category_first": N_("First category given"),
    "category_highest": N_("Highest category given"),
    "practice_study": N_("Best practice studied"),
    "practice_generalise": N_("Best practice generalised"),
    "practice_spread": N_("Best practice spread"),
    "awarded": N_("Awarded"),
    "work_report": N_("Report of a teacher"),
    "work_seminar": N_("Seminar of a teacher"),
    "work_publication": N_("Publication of a teacher"),
    "work_other": N_("Methodical work"),
    "note": "",
}
"""What happened, by the code of `db.journal.reading.Entry.what`; its title and details follow."""

SORTS = {
    "open_lesson": N_("an open lesson"),
    "visit": N_("a visit to a lesson"),
    "extracurricular": N_("extracurricular work done"),
    "subject_event": N_("an event of a subject"),
    "week": N_("a subject week"),
    "contest": N_("a contest"),
    "olympiad": N_("an olympiad"),
    "entry": N_("an entry test"),
    "feedback": N_("a feedback test"),
    "quarter_test": N_("a quarter's test"),
    "final": N_("a final test"),
    "dictation": N_("a dictation"),
    "copying": N_("a copying"),
    "reading": N_("a test of reading technique"),
    "math_dictation": N_("a mathematical dictation"),
    "essay": N_("an essay"),
    "exposition": N_("an exposition"),
    "other_test": N_("a test"),
    "plan_year": N_("the year's plan"),
    "plan_quarter": N_("the plan of quarter {number}"),
    "plan_month": N_("the plan of the month {month}"),
}
"""The record's own kind."""


AGENDA_BETWEEN = "; "
"""Stands between the questions of a meeting, which is one entry; each may be a stock phrase."""


def sentence(entry: Record, words: NullTranslations, typed: Callable[[str], str] = str) -> str:
    """Say what happened in one sentence; `typed` turns typed text into what is printed.

    An entry is {"what", "sort", "number": int or None, "title", "detail", "earlier": ISO or None} in codes.
    """
    source = WHAT.get(entry["what"], "")
    shown = {
        "number": entry["number"],
        "sort": sort_text(entry["what"], entry["sort"], entry["number"], words),
        "earlier": short_date(entry["earlier"]),
    }
    happened = words.gettext(source).format(**shown) if source else ""
    titles = entry["title"].split(AGENDA_BETWEEN) if entry["what"] == "meeting_held" else [entry["title"]]
    title = AGENDA_BETWEEN.join(typed(each).rstrip(".") for each in titles if each)
    text = ": ".join(part for part in (happened, title) if part)
    details = [typed(entry["detail"]).rstrip(".")] if entry["detail"] else []
    if entry["what"] == "vacancy_opened" and entry["number"]:
        details.insert(0, words.gettext("{hours} h").format(hours=entry["number"]))
    return capital(f"{text} ({', '.join(details)})" if details else text)


def sort_text(what: str, code: str, number: int | None, words: NullTranslations) -> str:
    """Name a record's own kind («ачык сабак»), where `what` happened to it; a code that is not known stays."""
    topic = what.partition("_")[0]
    key = next(
        (known for known in (f"{topic}_{code}", f"{code}_{topic}", code) if known in SORTS),
        "",
    )
    if not key:
        return code
    month = month_name(number, words) if key == "plan_month" and number else ""
    return words.gettext(SORTS[key]).format(number=number, month=month)


def journal_values(heading: Record, entries: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the journal of a year, a quarter or a month.

    An entry is as in `sentence`, with "day": ISO, "people": [NAME], "classes"; `heading` has the "year" and what was
    chosen: "quarter", "month" (number or None), "person": NAME or None, "class_name".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    rows = [
        {
            "number": number,
            "date": short_date(each["day"]),
            "what": sentence(each, words, typed),
            "who": ",\n".join(signed(name) for name in each["people"]),
            "classes": each["classes"],
        }
        for number, each in enumerate(entries, 1)
    ]
    scope = " · ".join(_scope(heading, words))
    values = heading_values(heading, typed, words) | {"scope": scope, "rows": rows}
    title = words.gettext("Journal of the association, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def _scope(heading: Record, words: NullTranslations) -> list[str]:
    quarter, month = heading["quarter"], heading["month"]
    return [
        part
        for part in (
            school_year(heading["year"], words),
            words.gettext("quarter {number}").format(number=quarter) if quarter else "",
            month_name(month, words) if month else "",
            signed(heading["person"]),
            heading["class_name"],
        )
        if part
    ]
